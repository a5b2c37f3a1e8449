// SPDX-License-Identifier: MIT
/**
 * What is measured. A measure's program (programs/NAME.py) defines `work`; every engine runs the same text around it, for
 * `rounds` rounds in a process of its own: it prints `begin`, works, and prints how many milliseconds that took. The first
 * round is cold: the engine is as it is when somebody presses Run (loaded and, ours, warmed up as the page does it, see
 * web/worker/warm_up.ts), but has seen nothing of the program. The median of all rounds is the figure that ratios are made of.
 */
import { readFileSync } from 'node:fs';

const text = (name) => readFileSync(new URL(`./programs/${name}.py`, import.meta.url), 'utf8');

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Milliseconds, less is better; or so many things in a round, and more of them in a second are better. */
const milliseconds = { unit: 'ms', better: 'lower', figure: (ms) => ms };
const thousands = (count) => ({ unit: 'k/s', better: 'higher', figure: (ms) => count / ms });

/** `asynchronous`: work is a coroutine function. `general`: keeps us honest beside the figures; fewer processes. `statement`: one
 * statement instead of a `work`, which only its first execution says something about. */
export const measures = {
  switches: { title: '200,000 times await asyncio.sleep(0) in 10 tasks', asynchronous: true, rounds: 5, ...thousands(200_000) },
  fib: { title: 'fib(24)', rounds: 12, ...milliseconds },
  deep_switches: { title: '20,000 times sleep(0) below ten coroutines', asynchronous: true, general: true, rounds: 5, ...thousands(20_000) },
  gather: { title: 'gather of 1,000 short tasks, 10 times', asynchronous: true, general: true, rounds: 5, ...milliseconds },
  sleeps: { title: 'gather of 20,000 times sleep(0.001)', asynchronous: true, rounds: 5, ...milliseconds },
  queue_items: { title: '50,000 items from task to task through asyncio.Queue(100)', asynchronous: true, rounds: 5, ...milliseconds },
  timers: { title: '40,000 times call_later() and cancel()', asynchronous: true, rounds: 5, ...milliseconds },
  queue: { title: 'two tasks, 10,000 items through asyncio.Queue(1)', asynchronous: true, general: true, rounds: 5, ...milliseconds },
  objects: { title: 'classes, methods, attributes, super, property', general: true, rounds: 8, ...milliseconds },
  containers: { title: 'loops over dicts, lists, strings, tuples', general: true, rounds: 8, ...milliseconds },
  exceptions: { title: 'try, raise, except, finally', general: true, rounds: 8, ...milliseconds },
  generators: { title: 'generators in a chain, yield from', general: true, rounds: 8, ...milliseconds },
  arithmetic: { title: 'loops with ints and floats', general: true, rounds: 8, ...milliseconds },
  import_asyncio: { title: 'import asyncio in a fresh interpreter', statement: 'import asyncio', rounds: 1, ...milliseconds },
  sleeping_tasks: { title: 'memory with 100,000 sleeping tasks', asynchronous: true, memory: true, general: true, engines: ['loopscope', 'pyodide'], unit: 'MB', better: 'lower', figure: (mb) => mb },
  first_line: { title: 'cold start to the first printed line', start: true, ...milliseconds },
  embed_line: { title: 'embed in Chromium, click to first printed line', browser: true, ...milliseconds },
};

/** The Python text of a measure for one engine. */
export function programOf(name, engine) {
  const { asynchronous, rounds, start, statement, memory } = measures[name];
  if (start) return 'print("hello")\n';
  if (statement) return `${engine.now}\nprint('begin')\nstarted = now()\n${statement}\nprint((now() - started) * 1000)\n`;
  if (memory) return `import asyncio\n\n\n${text(name)}\n\nasync def main():\n    await work()\n\n\n${engine.start}\n`;
  return `${asynchronous ? 'import asyncio\n' : ''}${engine.now}


${text(name)}

${asynchronous ? 'async ' : ''}def main():
    for _ in range(${rounds}):
        print('begin')
        started = now()
        ${asynchronous ? 'await ' : ''}work()
        print((now() - started) * 1000)


${asynchronous ? engine.start : 'main()'}
`;
}

/**
 * What one process printed, checked against the clock of who ran it: a program that measures itself with a clock that runs
 * slow would flatter its engine.
 * @param {{text: string, at: number}[]} lines each with the time in ms at which it arrived
 * @param {number} lateness how much later than printed a line may arrive, in ms
 * @returns {number[]} ms of each round
 */
export function roundsOf(name, lines, lateness) {
  const { rounds } = measures[name];
  if (lines.length !== 2 * rounds) throw new Error(`${lines.length} lines instead of ${2 * rounds}`);
  const claims = [];
  for (let round = 0; round < rounds; round++) {
    const [begin, end] = lines.slice(2 * round, 2 * round + 2);
    const claimed = Number(end.text);
    if (begin.text !== 'begin' || !(claimed > 0)) throw new Error(`unexpected output: ${begin.text} ${end.text}`);
    claims.push(claimed);
  }
  // A single statement is over before the host sees that it began.
  if (measures[name].statement) return claims;
  // All rounds together: they follow each other at once, and a line that comes late matters less.
  const claimed = claims.reduce((sum, claim) => sum + claim, 0);
  const seen = lines.at(-1).at - lines[0].at;
  if (claimed < seen * 0.95 - lateness || claimed > seen * 1.05 + lateness)
    throw new Error(`the program counted ${claimed.toFixed(1)} ms, its host ${seen.toFixed(1)} ms`);
  return claims;
}
