// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { outputRecords, packOutput, type StreamName } from '../../web/protocol/output_records';
import { ConsoleStore, MAX_LINE_LENGTH, MAX_LINES } from '../../web/session/console_store';

const utf8 = new TextEncoder();

function batch(...records: readonly (readonly [StreamName, string | Uint8Array, number?])[]): Uint8Array {
  const packed = records.map(([stream, text, time]) => packOutput(stream, time ?? 0, typeof text === 'string' ? utf8.encode(text) : text));
  return Uint8Array.from(packed.flatMap((part) => [...part]));
}

function lines(store: ConsoleStore): string[] {
  return Array.from({ length: store.length }, (_, index) => store.line(index)?.text ?? '?');
}

describe('output records', () => {
  it('come back as packed', () => {
    const records = [...outputRecords(batch(['stdout', 'a', 1.5], ['stderr', '한글', 2], ['stdout', '', 3]))];
    expect(records.map(({ stream, time, bytes }) => [stream, time, new TextDecoder().decode(bytes)]))
      .toEqual([['stdout', 1.5, 'a'], ['stderr', 2, '한글'], ['stdout', 3, '']]);
  });

  it('end at a cut record', () => {
    expect([...outputRecords(batch(['stdout', 'whole'], ['stdout', 'cut off here']).subarray(0, 44))]).toHaveLength(1);
  });
});

describe('the console', () => {
  it('joins what was written in pieces, even inside a character', () => {
    const store = new ConsoleStore();
    const bytes = utf8.encode('가\n');
    store.append(batch(['stdout', bytes.slice(0, 1)]));
    store.append(batch(['stdout', bytes.slice(1)], ['stdout', 'a'], ['stdout', 'b\nc\n']));
    expect(lines(store)).toEqual(['가', 'ab', 'c']);
  });

  it('shows an unfinished line, and keeps the streams apart', () => {
    const store = new ConsoleStore();
    store.append(batch(['stdout', 'prompt> ', 1], ['stderr', 'oops\n', 2]));
    expect([0, 1].map((index) => store.line(index))).toEqual([
      { stream: 'stderr', time: 2, text: 'oops' },
      { stream: 'stdout', time: 1, text: 'prompt> ' },
    ]);
    expect(store.text()).toBe('oops\nprompt> \n');
  });

  it('keeps the last lines and counts the others', () => {
    const store = new ConsoleStore();
    store.append(batch(['stdout', 'x\n'.repeat(MAX_LINES - 1)], ['stdout', 'y\nz\n']));
    expect(store.length).toBe(MAX_LINES);
    expect(store.dropped).toBe(1);
    expect(store.line(MAX_LINES - 1)?.text).toBe('z');
  });

  it('breaks a line that never ends', () => {
    const store = new ConsoleStore();
    store.append(batch(['stdout', 'x'.repeat(MAX_LINE_LENGTH * 3 + 5)]));
    expect(lines(store).map(({ length }) => length)).toEqual([MAX_LINE_LENGTH, MAX_LINE_LENGTH, MAX_LINE_LENGTH, 5]);
  });

  it('takes 100 MB in little memory', () => {
    const store = new ConsoleStore();
    const chunk = packOutput('stdout', 0, utf8.encode('a line of output like many others\n'.repeat(30_000)));
    let bytes = 0;
    let count = 0;
    while (bytes < 100_000_000) {
      store.append(chunk);
      bytes += chunk.byteLength;
      count += 30_000;
    }
    expect(store.length).toBe(MAX_LINES);
    expect(store.dropped + store.length).toBe(count);
  });

  it('skips through a batch too large to decode', () => {
    const store = new ConsoleStore();
    const text = 'an ordinary line\n'.repeat(600_000);
    store.append(packOutput('stdout', 0, utf8.encode(text)));
    expect(store.length).toBe(MAX_LINES);
    expect(store.dropped + store.length).toBeGreaterThanOrEqual(600_000);
    expect(store.line(MAX_LINES - 1)?.text).toBe('an ordinary line');
  });

  it('is empty after clear', () => {
    const store = new ConsoleStore();
    store.append(batch(['stdout', 'a\nb']));
    store.clear();
    expect(store.length).toBe(0);
  });
});
