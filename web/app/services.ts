// SPDX-License-Identifier: MIT
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EditorHost } from '../editor/editor_host';
import type { Session } from '../session/session';
import type { Program } from './program';

/** What the page is made of; app/ is the only place that knows all of it. */
export interface Services {
  readonly session: Session;
  readonly program: Program;
  readonly editor: EditorHost;
  readonly actions: Actions;
}

/** Everything a button or key can do. */
export interface Actions {
  run(): void;
  stop(): void;
  /** Pauses or resumes. */
  togglePause(): void;
  /** One step; starts the program if none is live. */
  step(): void;
  select(task: number | null, line?: number): void;
  open(dialog: DialogName | null): void;
}

export type DialogName = 'examples' | 'share' | 'help' | 'palette';

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('no services above this component');
  return services;
}
