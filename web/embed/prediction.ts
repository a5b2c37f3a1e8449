// SPDX-License-Identifier: MIT
// Predict, then run: the reader orders the lines that a program prints; the first difference is explained from the trace
// of the run itself.
import type { TaskId } from '../protocol/snapshot';
import type { Lane } from '../session/lane';

/** Lines to order; of a longer output only the first ones. */
export const MAX_LINES_TO_ORDER = 10;

/** The lines of an output that are to be ordered. */
export function linesToOrder(output: string): readonly string[] {
  return output.split('\n').map((line) => line.trimEnd()).filter((line) => line !== '').slice(0, MAX_LINES_TO_ORDER);
}

/** The same lines in another order, the same one for everybody: a class then speaks of the same start. */
export function shuffled(lines: readonly string[]): readonly string[] {
  let state = 2_166_136_261;
  for (const character of lines.join('\n')) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const mixed = [...lines];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = next(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] ?? '', mixed[at] ?? ''];
  }
  // By chance it may be the answer.
  if (mixed.every((line, index) => line === lines[index])) mixed.push(mixed.shift() ?? '');
  return mixed;
}

export function moved(lines: readonly string[], from: number, to: number): readonly string[] {
  if (to < 0 || to >= lines.length) return lines;
  const result = [...lines];
  const [line] = result.splice(from, 1);
  result.splice(to, 0, line ?? '');
  return result;
}

export interface PrintedLine {
  readonly text: string;
  /** Program seconds. */
  readonly time: number;
}

/** Where a task was when another line was printed. */
export type Whereabouts =
  | { readonly kind: 'not-created'; readonly at: number }
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'parked'; readonly line: number; readonly until: number | undefined }
  | { readonly kind: 'unknown' };

/** The first place at which prediction and run differ, and what the trace says about it. */
export interface Difference {
  /** From 0. */
  readonly position: number;
  readonly predicted: string;
  readonly printed: string | undefined;
  readonly why:
    | { readonly kind: 'never-printed' }
    | { readonly kind: 'nothing-printed' }
    | { readonly kind: 'same-task'; readonly task: TaskId }
    | { readonly kind: 'other-task'; readonly time: number; readonly printer: TaskId; readonly waiter: TaskId; readonly where: Whereabouts };
}

/** @returns undefined if they are the same */
export function firstDifference(predicted: readonly string[], printed: readonly PrintedLine[], lanes: ReadonlyMap<TaskId, Lane>): Difference | undefined {
  const shown = printed.map(({ text, time }) => ({ text: text.trimEnd(), time })).filter(({ text }) => text !== '');
  const position = predicted.findIndex((line, index) => line !== shown[index]?.text);
  const expected = predicted[position];
  if (expected === undefined) return undefined;
  const actual = shown[position];
  const base = { position, predicted: expected, printed: actual?.text };
  if (!actual) return { ...base, why: { kind: 'nothing-printed' } };
  const later = shown.slice(position + 1).find(({ text }) => text === expected);
  if (!later) return { ...base, why: { kind: 'never-printed' } };
  const printer = taskAt(lanes, actual.time);
  const waiter = taskAt(lanes, later.time);
  if (printer === waiter) return { ...base, why: { kind: 'same-task', task: printer } };
  return { ...base, why: { kind: 'other-task', time: actual.time, printer, waiter, where: whereabouts(lanes.get(waiter), actual.time) } };
}

/** The task whose step was under way, 0 for none. */
function taskAt(lanes: ReadonlyMap<TaskId, Lane>, time: number): TaskId {
  for (const [id, lane] of lanes) {
    const index = lane.indexAt(time);
    if (index >= 0 && lane.finish(index) >= time) return id;
    // A step that never ended, as when the program was stopped.
    if (lane.running !== undefined && lane.running <= time) return id;
  }
  return 0;
}

function whereabouts(lane: Lane | undefined, time: number): Whereabouts {
  if (!lane) return { kind: 'unknown' };
  if (lane.createdAt > time) return { kind: 'not-created', at: lane.createdAt };
  const index = lane.indexAt(time);
  if (index < 0) return { kind: 'not-begun' };
  const line = lane.line(index);
  if (line <= 0) return { kind: 'unknown' };
  return { kind: 'parked', line, until: index + 1 < lane.length ? lane.begin(index + 1) : lane.running };
}
