// SPDX-License-Identifier: MIT
/** build/wasm/loopscope.{js,wasm} under Node, on the real clock: as the page's worker runs it. */
import { Drain, RunStatus, compileWasm, openProgram } from '../../../runtime/host/node/wasm_program.mjs';

/** Lines are seen after a slice: short ones, so that they are seen when they are printed. */
const kSliceMs = 1;
/** As in the page, which takes out what is recorded after each. */
const kTracedSliceMs = 10;

/**
 * @param {{module: string, trace: boolean}} options `module`: path of loopscope.js; `trace`: record what happens.
 */
export async function open({ module, trace = false }) {
  const program = await openProgram(compileWasm(module));
  return { run: (source, onLine) => run(program, source, trace, onLine) };
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
