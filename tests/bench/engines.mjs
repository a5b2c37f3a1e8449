// SPDX-License-Identifier: MIT
/**
 * Who is measured. `now` defines now(), in seconds; `start` runs the coroutine main(); `size` are the files that a browser
 * has to fetch before the first program runs, `rare` those that only some programs need; `lacks` are measures that it cannot run; `lateness` is how long a printed line
 * may take to its host, in ms. An engine without `open` is a native program that is given the program's text.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../../runtime/toolchain/paths.mjs';

const require = createRequire(import.meta.url);
const packageFolder = (name) => dirname(require.resolve(`${name}/package.json`));
const within = (folder, names) => names.map((name) => join(folder, name)).filter(existsSync);

const perfCounter = 'from time import perf_counter as now';
const build = join(root, 'build/wasm');

export const engines = {
  loopscope: {
    title: 'Loopscope (wasm)',
    ours: true,
    now: perfCounter,
    start: 'asyncio.run(main())',
    lateness: 15,
    open: async () => (await import('./engines/loopscope.mjs')).open({ module: join(build, 'loopscope.js') }),
    size: () => within(build, ['loopscope.wasm', 'loopscope.js']),
    rare: () => within(build, ['loopscope.rare.wasm']),
  },
  traced: {
    title: 'Loopscope, traced',
    ours: true,
    now: perfCounter,
    start: 'asyncio.run(main())',
    only: ['switches', 'deep_switches', 'gather', 'sleeps', 'queue'],
    lateness: 30,
    open: async () => (await import('./engines/loopscope.mjs')).open({ module: join(build, 'loopscope.js'), trace: true }),
  },
  pyodide: {
    title: 'Pyodide (wasm)',
    now: perfCounter,
    start: 'await main()',
    lacks: ['import_asyncio'], // it imports asyncio for itself, before any program runs
    lateness: 5,
    open: async () => (await import('./engines/pyodide.mjs')).open(),
    size: () => within(packageFolder('pyodide'), ['pyodide.asm.wasm', 'pyodide.asm.js', 'pyodide.mjs', 'python_stdlib.zip', 'pyodide-lock.json']),
  },
  micropython: {
    title: 'MicroPython (wasm)',
    now: 'import time\ndef now(): return time.ticks_us() / 1e6',
    start: 'await main()',
    lacks: ['queue', 'sleeps'],
    lateness: 5,
    open: async () => (await import('./engines/micropython.mjs')).open(),
    size: () => within(join(root, 'node_modules/@micropython/micropython-webassembly-pyscript'), ['micropython.wasm', 'micropython.mjs']),
  },
  cpython: {
    title: 'CPython 3.13 (native)',
    now: perfCounter,
    start: 'asyncio.run(main())',
    lateness: 50,
    command: findCPython(),
    absent: 'no Python 3.13 on PATH or in pyenv',
  },
};

/** The command and environment of a native CPython 3.13, or null. */
function findCPython() {
  const candidates = [
    { program: 'python3', env: { PYENV_VERSION: '3.13.0' } },
    { program: 'python3.13', env: {} },
    { program: 'python3', env: {} },
  ];
  for (const { program, env } of candidates) {
    try {
      const options = { encoding: 'utf8', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] };
      const code = 'import sys; print("%d.%d" % sys.version_info[:2], sys.executable)';
      const [version, executable] = execFileSync(program, ['-c', code], options).trim().split(' ');
      // The executable itself: a version manager's shim takes longer to start than Python does.
      if (version === '3.13') return { program: executable, env: {} };
    } catch {
      // not this one
    }
  }
  return null;
}
