// SPDX-License-Identifier: MIT
// The parts of `npm run fuzz:order` and `fuzz:threads` (tests/conformance/lib/fuzz.mjs) that need no Python.
import { describe, expect, it } from 'vitest';
import { operations, orderProgram } from '../conformance/lib/order/program.mjs';
import { takeReports } from '../conformance/lib/order/reports.mjs';
import { parseBlocks, printBlocks, shrink } from '../conformance/lib/order/shrink.mjs';
import { operations as threadOperations, threadProgram } from '../conformance/lib/threads/program.mjs';

describe('the generator of random programs', () => {
  it('writes the same program for the same seed, another for another', () => {
    for (const seed of [0, 1, 7, 123_456]) expect(orderProgram(seed)).toBe(orderProgram(seed));
    expect(new Set(Array.from({ length: 50 }, (_, seed) => orderProgram(seed).slice(20))).size).toBe(50);
  });

  it('uses each deadline once', () => {
    for (let seed = 0; seed < 50; seed++) {
      const slots = [...orderProgram(seed).matchAll(/(?:until|left|at)\((\d+)\)/g)].map((match) => match[1]);
      // The last one is where main() waits for the end; 60 is "never".
      const once = slots.filter((slot) => Number(slot) <= 40);
      expect(new Set(once).size, `seed ${String(seed)}`).toBe(once.length);
    }
  });

  it('comes to every operation', () => {
    const text = Array.from({ length: 400 }, (_, seed) => orderProgram(seed)).join('');
    for (const word of ['TaskGroup', 'as_completed', 'shield', 'reschedule', 'eager_start', 'uncancel', 'barrier', 'PriorityQueue', 'shutdown(', 'to_thread', 'except*', 'aclosing', 'copy_context', 'call_later', 'ExceptionGroup', 'add_note', 'print_stack', 'asyncio.Runner', 'gc.collect', 'set_debug', 'call_exception_handler', '__await__', 'athrow'])
      expect(text, word).toContain(word);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });
});

describe('the generator of programs of threads', () => {
  const texts = Array.from({ length: 100 }, (_, seed) => threadProgram(seed));

  it('writes the same program for the same seed', () => {
    expect(threadProgram(7)).toBe(threadProgram(7));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('gives each turn to one thread, and leaves none out', () => {
    for (const text of texts) {
      const turns = [...text.matchAll(/with Turn\((\d+)\)/g)].map((match) => Number(match[1]));
      expect(turns.toSorted((a, b) => a - b)).toEqual(turns.map((_, i) => i));
    }
  });

  it('prints only in turns and in what those wait for', () => {
    for (const text of texts) {
      const loose = text.split('\n').filter((line) => /^ {8}print\(/.test(line) && /"t\d+ \d+"/.test(line));
      expect(loose).toEqual([]);
    }
  });

  it('comes to every operation', () => {
    const text = texts.join('');
    for (const word of ['Barrier', 'RLock', 'BoundedSemaphore', 'notify_all', 'PriorityQueue', 'SimpleQueue', 'ThreadPoolExecutor', 'run_coroutine_threadsafe', 'threading.local', 'Timer'])
      expect(text, word).toContain(word);
    expect(new Set(threadOperations.map(({ name }) => name)).size).toBe(threadOperations.length);
  });
});

describe('the shrinker', () => {
  it('prints what it has read', () => {
    const text = 'def f(x):\n    if x:\n        return 1\n    return 2\nprint(f(0))\n';
    expect(printBlocks(parseBlocks(text))).toBe(text);
  });

  it('reduces a program to the planted lines', async () => {
    const text = orderProgram(3).replace('async def main():\n', 'async def main():\n    try:\n        await planted(1)\n    finally:\n        other()\n');
    const small = await shrink(text, (candidate: string) => Promise.resolve(candidate.includes('await planted(1)')));
    expect(small).toBe('async def main():\n    await planted(1)\n');
  });

  it('keeps what the property needs, and clauses with their statement', async () => {
    const text = 'a = 1\ntry:\n    b = 2\n    c = 3\nexcept ValueError:\n    d = 4\nfinally:\n    e = 5\nf = 6\n';
    const needs = (candidate: string) => /try:\n {4}c = 3\n(?:.*\n)*?finally:\n/.test(candidate);
    const small = await shrink(text, (candidate: string) => Promise.resolve(needs(candidate)));
    expect(small).toBe('try:\n    c = 3\nfinally:\n    pass\n');
  });

  it('gives up after so many tries', async () => {
    let tries = 0;
    const holds = () => {
      tries++;
      return Promise.resolve(false);
    };
    await shrink(orderProgram(1), holds, { maxTries: 10 });
    expect(tries).toBe(10);
  });
});

describe('reports of exceptions that nobody asked for', () => {
  it('are taken out with their tracebacks', () => {
    const report = [
      'Task exception was never retrieved',
      "future: <Task finished name='t' exception=KeyError(1)>",
      'Traceback (most recent call last):',
      '  File "program.py", line 1, in f',
      '    raise KeyError(1)',
      'KeyError: 1',
      '',
      'During handling of the above exception, another exception occurred:',
      '',
      'Traceback (most recent call last):',
      '  File "program.py", line 2, in f',
      'ValueError: 2',
    ];
    const { rest, reports } = takeReports(['before', ...report, 'after: x', ''].join('\n'));
    expect(rest).toBe('before\nafter: x\n');
    expect(reports).toEqual([report.join('\n')]);
  });

  it('of destroyed tasks may come in any order, if nothing comes between them', () => {
    const report = (name: string): string[] => ['Task was destroyed but it is pending!', `task: <Task pending name='${name}'>`];
    const text = (...parts: string[][]): string => takeReports(['before', ...parts.flat(), 'after', ''].join('\n')).rest;
    expect(text(report('a'), report('b'))).toBe(text(report('b'), report('a')));
    expect(text(report('a'), report('b'))).toContain("name='a'");
    expect(text(report('a'), ['a print'], report('b'))).not.toBe(text(report('b'), ['a print'], report('a')));
    expect(text(report('a'))).not.toBe(text(report('b')));
  });
});
