// SPDX-License-Identifier: MIT
/** Which functions plain programs call: runs them in a build that wasm-split has instrumented. */
import { readFileSync } from 'node:fs';
import { Drain, RunStatus, compileWasm, openProgram } from '../host/node/wasm_program.mjs';

/** The shortest slice there is ends after a number of instructions, not after a time: where it ends is always the same. */
const kSliceMs = 0;
/** Ends programs that never end: what they call is known by then. */
const kMostSlices = 1000;
/** So many programs have to call a function. */
const kEnough = 8;
/** A profile is an eight-byte hash of the module, then a word for each function, not zero when it was called. */
const kHashBytes = 8;

/**
 * @param {string} glue      loopscope.js, beside the instrumented wasm
 * @param {string} library   the folder of the library's assets
 * @param {string[]} programs   their files; what one after a `+` calls is plain, else it takes several
 * @param {string[]} plainModules   first names of modules; a program that imports another is left out
 * @returns {Promise<Buffer>} the profile of all programs together, as wasm-split reads it
 */
export async function profile(glue, library, programs, plainModules) {
  const build = compileWasm(glue, library);
  let all;
  const callers = [];
  const add = (program, weight) => {
    const each = readProfile(program);
    all ??= Buffer.alloc(each.length);
    each.copy(all, 0, 0, kHashBytes);
    for (let index = 0; kHashBytes + 4 * index < each.length; index++) {
      if (!each.readUInt32LE(kHashBytes + 4 * index)) continue;
      callers[index] = (callers[index] ?? 0) + weight;
      if (callers[index] >= kEnough) markCalled(all, index);
    }
  };
  for (const line of programs) {
    const path = line.replace(/^\+/, '');
    const program = await openProgram(build);
    try {
      if (!runAsPageDoes(program, readFileSync(path, 'utf8'), plainModules)) continue;
    } catch (error) {
      // The conformance tests will say so; a profile is no place to fail.
      console.error(`${path}: ${error.message}`);
    }
    add(program, path === line ? 1 : kEnough);
  }
  const program = await openProgram(build);
  await exerciseHost(program);
  add(program, kEnough);
  return all;
}

/** Notes in a profile that the module's function of that index, imports not counted, is called. */
export function markCalled(bytes, index) {
  bytes.writeUInt32LE(1, kHashBytes + 4 * index);
}

/** Instant run: the virtual clock and a seed make it the same every time. @returns {boolean} whether it is plain */
function runAsPageDoes(program, source, plainModules) {
  program.configure({ clock: 'virtual', speed: 1, seed: 1, trace: true, memoryLimitMb: 256 });
  if (!program.load(source, 'main.py')) return false;
  const { modules, native } = JSON.parse(program.drain(Drain.imports).toString());
  if (![...modules, ...native].every((name) => plainModules.includes(name.split('.')[0]))) return false;
  drainAll(program);
  for (let slice = 0; slice < kMostSlices; slice++) {
    const status = program.run(kSliceMs);
    drainAll(program);
    if (status === RunStatus.finished) break;
    if (status === RunStatus.input) program.provideInput(null);
    if (status === RunStatus.waiting && program.waitMs() === Infinity) break;
  }
  program.exitCode();
  return true;
}

const kSleeper = `import asyncio
async def main():
    task = asyncio.create_task(asyncio.sleep(1000))
    await asyncio.sleep(0.01)
    print(input())
    while True: await asyncio.sleep(0)
asyncio.run(main())
`;

/** What only the page's buttons do: the real clock, pauses, steps, answers to input(), chance from outside. */
async function exerciseHost(program) {
  const { instance } = program;
  program.configure({ clock: 'real', speed: 1, seed: null, trace: true, memoryLimitMb: 256 });
  program.load(kSleeper, 'main.py');
  instance._ls_step();
  program.run(kSliceMs);
  drainAll(program);
  instance._ls_set_paused(1);
  drainAll(program);
  instance._ls_set_paused(0);
  instance._ls_set_clock(0, 10);
  for (let slice = 0; slice < kMostSlices && program.run(kSliceMs) !== RunStatus.input; slice++) {
    await new Promise((resolve) => { setTimeout(resolve, Math.min(program.waitMs(), 20)); });
  }
  instance._ls_set_clock(1, 1);
  program.provideInput('a line');
  program.run(kSliceMs);
  drainAll(program);
  instance._ls_program_time();
}

function drainAll(program) {
  for (const what of [Drain.output, Drain.trace, Drain.snapshot, Drain.diagnostics, Drain.fetches]) program.drain(what);
}

function readProfile({ instance, raw }) {
  const size = raw.exports.__write_profile(0, 0);
  const at = instance._malloc(size);
  raw.exports.__write_profile(at, size);
  const bytes = Buffer.from(instance.HEAPU8.slice(at, at + size));
  instance._free(at);
  return bytes;
}
