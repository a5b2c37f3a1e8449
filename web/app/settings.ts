// SPDX-License-Identifier: MIT
import { effect, signal } from '@preact/signals';
import { isLanguage, language, preferredLanguage } from '../i18n';
import type { ClockSetting } from '../protocol/messages';
import type { SharedView } from '../share/link';
import { theme, type Theme } from '../ui/theme';
import { loadJson, save } from './storage';

/** Below this the panes become tabs. */
export const NARROW = '(max-width: 860px)';

/** The stops of the speed control; after the last comes "instant". */
export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 5, 10] as const;
export const INSTANT = SPEEDS.length;
const NORMAL = SPEEDS.indexOf(1);

/** Index into SPEEDS, or INSTANT. Not remembered: a run that crawls for no visible reason confuses. */
export const speedIndex = signal<number>(NORMAL);
export const seed = signal<number | null>(null);

/** Which panes a wide page shows; a link may say. */
export type PageView = SharedView | 'split';
export const pageView = signal<PageView>('split');
/** The panel a link points at: brought into view and marked until something else happens. */
export const pointedPanel = signal<string | null>(null);

/** The one of the lower panels that is in view. */
export const lowerPanel = signal('timeline');

/** Sizes of the panes as parts of the page. */
export const inspectorPart = signal(0.5);
export const consolePart = signal(0.3);
export const aboutOpen = signal(true);

export function clockSetting(): ClockSetting {
  const index = speedIndex.value;
  return index >= INSTANT ? { kind: 'virtual', speed: 1 } : { kind: 'real', speed: SPEEDS[index] ?? 1 };
}

/** The stop nearest to a speed from a link. */
export function setClock(kind: 'real' | 'virtual', speed: number): void {
  if (kind === 'virtual') {
    speedIndex.value = INSTANT;
    return;
  }
  let best: number = NORMAL;
  SPEEDS.forEach((stop, index) => {
    if (Math.abs(Math.log(stop / speed)) < Math.abs(Math.log((SPEEDS[best] ?? 1) / speed))) best = index;
  });
  speedIndex.value = best;
}

interface Saved {
  readonly theme?: unknown;
  readonly language?: unknown;
  readonly inspectorPart?: unknown;
  readonly consolePart?: unknown;
  readonly aboutOpen?: unknown;
}

const isSaved = (value: unknown): value is Saved => typeof value === 'object' && value !== null;
const isTheme = (value: unknown): value is Theme => value === 'auto' || value === 'light' || value === 'dark';
const isPart = (value: unknown): value is number => typeof value === 'number' && value >= 0.15 && value <= 0.85;

/** Reads what was remembered; the query (`?lang=ko&theme=dark`) goes first and is not remembered. */
export function loadSettings(query: URLSearchParams): void {
  const saved = loadJson<Saved>('settings', isSaved, {});
  const wantedTheme = query.get('theme');
  const wantedLanguage = query.get('lang');
  theme.value = isTheme(wantedTheme) ? wantedTheme : isTheme(saved.theme) ? saved.theme : 'auto';
  language.value = isLanguage(wantedLanguage) ? wantedLanguage
    : isLanguage(saved.language) ? saved.language : preferredLanguage(navigator.languages);
  if (isPart(saved.inspectorPart)) inspectorPart.value = saved.inspectorPart;
  if (isPart(saved.consolePart)) consolePart.value = saved.consolePart;
  if (typeof saved.aboutOpen === 'boolean') aboutOpen.value = saved.aboutOpen;

  let first = true;
  effect(() => {
    const now: Saved = {
      theme: theme.value,
      language: language.value,
      inspectorPart: inspectorPart.value,
      consolePart: consolePart.value,
      aboutOpen: aboutOpen.value,
    };
    if (!first) save('settings', JSON.stringify(now));
    first = false;
  });
  effect(() => { document.documentElement.lang = language.value; });
}
