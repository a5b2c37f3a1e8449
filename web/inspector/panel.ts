// SPDX-License-Identifier: MIT
import type { FunctionComponent } from 'preact';
import type { Strings } from '../i18n';
import type { Session } from '../session/session';

export interface PanelProps {
  /** All a panel may read. Panels never call each other. */
  readonly session: Session;
  /** Selects a task everywhere and shows its line; null clears the selection. */
  readonly select: (task: number | null, line?: number) => void;
}

/** One panel of the inspector. To add one: write it, and name it in panels.ts. */
export interface Panel {
  readonly id: string;
  readonly title: (s: Strings) => string;
  /** A number beside the title, undefined for none. */
  readonly count?: (session: Session) => number | undefined;
  /** Whether there is anything to show; panels without it always are. */
  readonly shown?: (session: Session) => boolean;
  /** Whether the program needs the visitor to look at it now. */
  readonly wanted?: (session: Session) => boolean;
  /** Buttons at the right end of the title bar. */
  readonly Tools?: FunctionComponent<PanelProps>;
  readonly View: FunctionComponent<PanelProps>;
}
