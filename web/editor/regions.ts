// SPDX-License-Identifier: MIT
// Regions that a teacher marks in a program for an embed: lines that a reader does not see, and lines that a reader
// cannot change. The markers are comments, so the program is the same program everywhere else:
//
//   # loopscope: hide     ... to   # loopscope: show
//   # loopscope: lock     ... to   # loopscope: unlock

/** Lines, 1-based and inclusive. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface Regions {
  /** The markers' own lines are hidden too. */
  readonly hidden: readonly LineRange[];
  readonly locked: readonly LineRange[];
}

export const NO_REGIONS: Regions = { hidden: [], locked: [] };

const MARKER = /^\s*#\s*loopscope:\s*(hide|show|lock|unlock)\s*$/;

/** A region that is not closed goes to the end; a closing marker without an opening one only hides itself. */
export function parseRegions(code: string): Regions {
  if (!code.includes('loopscope:')) return NO_REGIONS;
  const hidden: LineRange[] = [];
  const locked: LineRange[] = [];
  let hideFrom: number | undefined;
  let lockFrom: number | undefined;
  const lines = code.split('\n');
  const hide = (from: number, to: number): void => {
    const last = hidden.at(-1);
    if (last && last.to >= from - 1) hidden[hidden.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else hidden.push({ from, to });
  };
  const lock = (to: number): void => {
    if (lockFrom !== undefined && to >= lockFrom) locked.push({ from: lockFrom, to });
    lockFrom = undefined;
  };
  lines.forEach((line, index) => {
    const number = index + 1;
    switch (MARKER.exec(line)?.[1]) {
      case 'hide':
        hideFrom ??= number;
        break;
      case 'show':
        hide(hideFrom ?? number, number);
        hideFrom = undefined;
        break;
      case 'lock':
        if (hideFrom === undefined) hide(number, number);
        lockFrom ??= number + 1;
        break;
      case 'unlock':
        if (hideFrom === undefined) hide(number, number);
        lock(number - 1);
        break;
      default:
    }
  });
  if (hideFrom !== undefined) hide(hideFrom, lines.length);
  lock(lines.length);
  return { hidden, locked };
}

export function inRanges(ranges: readonly LineRange[], line: number): boolean {
  return ranges.some(({ from, to }) => line >= from && line <= to);
}

/** The program as a reader sees it: for copying and for static pages. */
export function visibleLines(code: string): readonly { readonly number: number; readonly text: string }[] {
  const { hidden } = parseRegions(code);
  return code.split('\n').map((text, index) => ({ number: index + 1, text })).filter(({ number }) => !inRanges(hidden, number));
}
