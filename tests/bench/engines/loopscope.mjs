// SPDX-License-Identifier: MIT
/** build/wasm/loopscope.{js,wasm} under Node, on the real clock: as the page's worker runs it. */
import { readFileSync } from 'node:fs';
import { Drain, RunStatus, compileWasm, openProgram } from '../../../runtime/host/node/wasm_program.mjs';

/** Lines are seen after a slice: short ones, so that they are seen when they are printed. */
const kSliceMs = 1;
/** As in the page, which takes out what is recorded after each. */
const kTracedSliceMs = 10;

/**
 * @param {{module: string, trace: boolean}} options `module`: path of loopscope.js; `trace`: record what happens.
 */
export async function open({ module, trace = false }) {
  const build = compileWasm(module);
  const program = await openProgram(build);
  return { warmUp: () => warmUp(build), run: (source, onLine) => run(program, source, trace, onLine), memory: () => program.memory };
}

/** What the page's worker does before somebody presses Run (web/worker/warm_up.ts). */
async function warmUp(build) {
  const program = await openProgram(build);
  program.configure({ clock: 'virtual', speed: 1, seed: 1, trace: true, memoryLimitMb: 256 });
  program.load(readFileSync(new URL('../../../web/worker/warm_up.py', import.meta.url), 'utf8'), 'warm_up.py');
  while (program.run(kTracedSliceMs) !== RunStatus.finished);
}

async function run(program, source, trace, onLine) {
  program.configure({ clock: 'real', speed: 1, seed: null, trace, memoryLimitMb: 256 });
  if (!program.load(source, 'bench.py')) throw new Error(program.drain(Drain.diagnostics).toString());
  for (;;) {
    const status = program.run(trace ? kTracedSliceMs : kSliceMs);
    readOutput(program, onLine);
    if (trace) program.drain(Drain.trace);
    if (status === RunStatus.finished) break;
    if (status === RunStatus.waiting) await new Promise((resolve) => setTimeout(resolve, program.waitMs()));
  }
  if (program.exitCode() !== 0) throw new Error('the program failed');
}

function readOutput(program, onLine) {
  let printed = '';
  for (const { stream, bytes } of program.output()) {
    if (stream === 1) printed += bytes.toString();
    else process.stderr.write(bytes);
  }
  for (const line of printed.split('\n')) if (line) onLine(line);
}
