// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { firstDifference, linesToOrder, MAX_LINES_TO_ORDER, moved, shuffled } from '../../web/embed/prediction';
import { Lane } from '../../web/session/lane';

const lines = ['a', 'b', 'c', 'd'];

describe('the lines to order', () => {
  it('are the first of the output, without empty ones', () => {
    expect(linesToOrder('a\n\n  b  \n')).toEqual(['a', '  b']);
    expect(linesToOrder(Array.from({ length: 30 }, (_, index) => String(index)).join('\n'))).toHaveLength(MAX_LINES_TO_ORDER);
  });

  it('are mixed, the same way for everybody, and never into the answer', () => {
    for (let size = 2; size <= MAX_LINES_TO_ORDER; size += 1) {
      const given = Array.from({ length: size }, (_, index) => `line ${String(index)}`);
      expect(shuffled(given)).toEqual(shuffled(given));
      expect(shuffled(given)).not.toEqual(given);
      expect([...shuffled(given)].sort()).toEqual([...given].sort());
    }
  });

  it('move by one, and not past the ends', () => {
    expect(moved(lines, 2, 1)).toEqual(['a', 'c', 'b', 'd']);
    expect(moved(lines, 0, -1)).toBe(lines);
    expect(moved(lines, 3, 4)).toBe(lines);
  });
});

describe('the first difference', () => {
  /** Task 1 steps at 0-1 and 3-4, task 2 is created at 0.5 and steps at 2-2.5 and 5-6. */
  const lanes = new Map([[1, new Lane(1, 'one', 0, 0)], [2, new Lane(2, 'two', 0.5, 1)]]);
  for (const [id, from, to, line] of [[1, 0, 1, 7], [2, 2, 2.5, 12], [1, 3, 4, 8], [2, 5, 6, 13]] as const) {
    lanes.get(id)?.stepBegins(from, 0);
    lanes.get(id)?.stepEnds(to, line);
  }
  const printed = [{ text: 'a', time: 0.2 }, { text: 'b', time: 2.1 }, { text: 'c', time: 3.5 }, { text: 'd', time: 5.5 }];

  it('is none when all is right', () => {
    expect(firstDifference(lines, printed, lanes)).toBeUndefined();
    expect(firstDifference(['a', 'b'], printed, lanes), 'only the first lines were asked for').toBeUndefined();
  });

  it('names who printed, and where the other one was', () => {
    expect(firstDifference(['a', 'b', 'd', 'c'], printed, lanes)).toEqual({
      position: 2, predicted: 'd', printed: 'c',
      why: { kind: 'other-task', time: 3.5, printer: 1, waiter: 2, where: { kind: 'parked', line: 12, until: 5 } },
    });
    expect(firstDifference(['b', 'a', 'c', 'd'], printed, lanes)?.why).toMatchObject({ printer: 1, waiter: 2, where: { kind: 'not-created', at: 0.5 } });
  });

  it('knows one task from two, and lines that never came', () => {
    expect(firstDifference(['c', 'b', 'a', 'd'], printed, lanes)?.why).toEqual({ kind: 'same-task', task: 1 });
    expect(firstDifference(['a', 'x', 'b'], printed, lanes)?.why).toEqual({ kind: 'never-printed' });
    expect(firstDifference(['a', 'b', 'c', 'd', 'e'], printed, lanes)?.why).toEqual({ kind: 'nothing-printed' });
  });
});
