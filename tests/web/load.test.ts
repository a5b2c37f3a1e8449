// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { arrivals } from '../../web/inspector/arrivals';
import type { PageRequest, PageResponse } from '../../web/protocol/messages';
import { LoadStore, MAX_LOADS } from '../../web/session/load_store';
import { answersPerPart, percentile, summarize } from '../../web/session/load_summary';

const request = (id: number): PageRequest => ({ id, at: 0, method: 'GET', url: '/', headers: [], body: null });
const response = (id: number, sentAt: number, doneAt: number, status = 200): PageResponse =>
  ({ id, outcome: 'done', status, headers: [], body: '', truncated: false, bytes: 0, sentAt, firstByteAt: doneAt, doneAt });

describe('arrivals', () => {
  it('come all at once, evenly, or at random', () => {
    expect(arrivals('burst', 3, 10, 1)).toEqual([0, 0, 0]);
    expect(arrivals('even', 4, 2, 1)).toEqual([0, 0.5, 1, 1.5]);
    const random = arrivals('random', 1000, 10, 1);
    expect(random).toEqual([...random].sort((a, b) => a - b));
    expect(random.at(-1)).toBeGreaterThan(8);
    expect(random.at(-1)).toBeLessThan(12);
  });

  it('at random are the same for the same seed only', () => {
    expect(arrivals('random', 20, 1, 7)).toEqual(arrivals('random', 20, 1, 7));
    expect(arrivals('random', 20, 1, 7)).not.toEqual(arrivals('random', 20, 1, 8));
  });
});

describe('the load', () => {
  it('brings requests and their answers together, and knows what is left at the end', () => {
    const store = new LoadStore();
    store.add([request(1), request(2), request(3)]);
    store.take([response(2, 0, 1), response(99, 0, 1)]);
    store.end(5);
    expect(store.all.map((load) => load.response?.outcome)).toEqual(['aborted', 'done', 'aborted']);
    const summary = summarize(store.all);
    expect(summary).toMatchObject({ sent: 3, answered: 1, lost: 2, errors: 0 });
  });

  it('never gives a number twice, not even to another run', () => {
    const store = new LoadStore();
    const first = store.nextId();
    store.clear();
    expect(store.nextId()).not.toBe(first);
  });

  it('stays bounded', () => {
    const store = new LoadStore();
    store.add(Array.from({ length: MAX_LOADS + 1 }, (_, index) => request(index)));
    expect(store.size).toBe(MAX_LOADS);
    expect(store.all[0]?.request.id).toBe(1);
  });

  it('is summed up: errors, latencies by nearest rank, answers per second', () => {
    const loads = Array.from({ length: 20 }, (_, index) => ({
      request: request(index), response: response(index, 0, (index + 1) / 10, index === 0 ? 500 : 200),
    }));
    const summary = summarize(loads);
    expect(summary.errors).toBe(1);
    expect([summary.median, summary.p95, summary.longest]).toEqual([1, 1.9, 2]);
    expect(summary.throughput).toBe(10);
    expect(answersPerPart(loads, 0, 2, 4)).toEqual([4, 5, 5, 6]);
    expect(percentile([], 0.5)).toBe(0);
  });
});
