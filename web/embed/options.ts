// SPDX-License-Identifier: MIT
// The options of an embed: attributes of the element, and the same names in the frame's query. An option that makes no
// sense is the default: an embed always shows its program.

export const embedViews = ['code', 'split', 'loop', 'console'] as const;
/** `code`: program and console. `split`: those and the panels. `loop`: the panels. `console`: panels and console. */
export type EmbedView = (typeof embedViews)[number];

export interface EmbedOptions {
  readonly view: EmbedView;
  /** Ids of panels, in order; none for the usual ones. */
  readonly panels: readonly string[];
  readonly theme: 'auto' | 'light' | 'dark';
  /** Undefined for the page's or the reader's language. */
  readonly lang: string | undefined;
  readonly readOnly: boolean;
  /** Runs when it comes into view. Off unless asked for. */
  readonly autorun: boolean;
  /** When the runtime and the editor are fetched: on the first click, or when the embed comes into view. */
  readonly start: 'click' | 'visible';
  readonly clock: 'real' | 'virtual';
  readonly speed: number;
  readonly seed: number | undefined;
  /** The reader orders the expected lines before the first run. */
  readonly predict: boolean;
  /** Pixels; undefined for what the content needs. */
  readonly height: number | undefined;
  /** Origins that may talk to the frame; none for any parent. */
  readonly origins: readonly string[];
}

type Get = (name: string) => string | null;

const PANEL = /^[a-z][a-z_]{0,23}$/;

function oneOf<T extends string>(value: string | null, allowed: readonly T[], otherwise: T): T {
  return allowed.find((known) => known === value) ?? otherwise;
}

/** As HTML has it: there and not "false". */
function flag(value: string | null): boolean {
  return value !== null && !/^(false|off|no|0)$/i.test(value.trim());
}

function numberIn(value: string | null, least: number, most: number): number | undefined {
  if (value === null || !/^\d{1,15}(\.\d{1,6})?(px)?$/.test(value.trim())) return undefined;
  const number = Number.parseFloat(value);
  return number >= least && number <= most ? number : undefined;
}

export function readOptions(get: Get): EmbedOptions {
  const panels = (get('panels') ?? '').split(/[\s,]+/).filter((name) => PANEL.test(name));
  const seed = numberIn(get('seed'), 0, 999_999_999_999_999);
  return {
    view: oneOf(get('view'), embedViews, panels.length > 0 ? 'split' : 'code'),
    panels,
    theme: oneOf(get('theme'), ['auto', 'light', 'dark'], 'auto'),
    lang: get('lang')?.toLowerCase().split('-')[0] || undefined,
    readOnly: flag(get('readonly')),
    autorun: flag(get('autorun')),
    start: oneOf(get('start'), ['click', 'visible'], 'click'),
    clock: oneOf(get('clock'), ['real', 'virtual'], 'real'),
    speed: numberIn(get('speed'), 0.1, 10) ?? 1,
    seed: seed === undefined ? undefined : Math.floor(seed),
    predict: flag(get('predict')),
    height: numberIn(get('height'), 80, 4_000),
    origins: (get('origin') ?? '').split(/[\s,]+/).filter((origin) => /^https?:\/\/[^/]+$/.test(origin)),
  };
}

/** The options as a query that `readOptions` reads back, defaults left out. */
export function writeQuery(options: EmbedOptions): string {
  const query = new URLSearchParams();
  const defaults = readOptions(() => null);
  const write = (name: string, value: string | number | undefined, usual: string | number | undefined): void => {
    if (value !== undefined && value !== usual) query.set(name, String(value));
  };
  const usualView = options.panels.length > 0 ? 'split' : defaults.view;
  write('view', options.view, usualView);
  write('panels', options.panels.join(','), '');
  write('theme', options.theme, defaults.theme);
  write('lang', options.lang, undefined);
  write('clock', options.clock, defaults.clock);
  write('speed', options.speed, defaults.speed);
  write('seed', options.seed, undefined);
  write('start', options.start, defaults.start);
  write('height', options.height, undefined);
  write('origin', options.origins.join(','), '');
  if (options.readOnly) query.set('readonly', '1');
  if (options.autorun) query.set('autorun', '1');
  if (options.predict) query.set('predict', '1');
  return query.toString();
}
