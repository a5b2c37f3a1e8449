// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { MAX_EXCHANGES } from '../../web/session/exchange_store';
import { TraceStore } from '../../web/session/trace_store';
import { TraceWriter } from './trace_writer';

describe('the exchanges of the trace store', () => {
  it('follows a request from its start to its end', () => {
    const writer = new TraceWriter();
    writer.write('request_started', 1, 7, { io: 3, line: 12, method: 'GET', url: 'https://mock.loopscope/get', incoming: 0 });
    writer.write('response_begun', 1.5, 0, { io: 3, status: 200 });
    writer.write('response_bytes', 1.5, 0, { io: 3, bytes: 100 });
    writer.write('response_bytes', 1.75, 0, { io: 3, bytes: 23 });
    writer.write('request_ended', 2, 0, { io: 3, outcome: 'done' });
    const store = new TraceStore();
    store.append(writer.take());
    expect([...store.exchanges.all.values()]).toEqual([{
      io: 3, side: 'outgoing', method: 'GET', url: 'https://mock.loopscope/get', task: 7, line: 12,
      startedAt: 1, headAt: 1.5, status: 200, bytes: 123, endedAt: 2, how: 'done', error: '',
    }]);
    expect(store.exchanges.byTask().get(7)).toHaveLength(1);
    expect(store.exchanges.open).toBe(0);
  });

  it('keeps why a request failed, and forgets all at a new run', () => {
    const writer = new TraceWriter();
    writer.write('request_started', 0, 0, { io: 1, method: 'GET', url: '/items/1', incoming: 1 });
    writer.write('request_ended', 1, 0, { io: 1, error: 'no answer', outcome: 'failed' });
    const store = new TraceStore();
    store.append(writer.take());
    expect(store.exchanges.all.get(1)).toMatchObject({ side: 'incoming', task: 0, how: 'failed', error: 'no answer', headAt: undefined });
    expect(store.exchanges.byTask().size).toBe(0);
    store.clear();
    expect(store.exchanges.all.size).toBe(0);
  });

  it('drops the oldest beyond its bound, and counts them', () => {
    const writer = new TraceWriter();
    for (let io = 1; io <= MAX_EXCHANGES + 5; io += 1) writer.write('request_started', io, 0, { io, method: 'GET', url: '/', incoming: 0 });
    // About one that is gone.
    writer.write('request_ended', 9, 0, { io: 1, outcome: 'done' });
    const store = new TraceStore();
    store.append(writer.take());
    expect(store.exchanges.all.size).toBe(MAX_EXCHANGES);
    expect(store.exchanges.dropped).toBe(5);
    expect(store.exchanges.open).toBe(MAX_EXCHANGES);
    expect(store.exchanges.all.has(5)).toBe(false);
  });
});
