// SPDX-License-Identifier: MIT
// One lane of the wasm target: each program it is sent runs in a fresh instance.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Drain, RunStatus, openProgram } from '../../../runtime/host/node/wasm_program.mjs';

const kBudgetMs = 200;

async function run({ folder, file }) {
  const program = await openProgram(workerData.build);
  program.configure({ clock: 'virtual', speed: 1, seed: null, trace: false, memoryLimitMb: 256 });
  const path = join(folder, file);
  const ok = program.load(readFileSync(path, 'utf8'), path);
  const streams = { 1: [], 2: [], both: [] };
  const collect = () => {
    for (const { stream, bytes } of program.output()) {
      streams[stream].push(bytes);
      streams.both.push(bytes);
    }
  };
  for (let status; ok && status !== RunStatus.finished; ) {
    status = program.run(kBudgetMs);
    collect();
    if (status === RunStatus.waiting && program.waitMs() === Infinity) {
      await new Promise(() => {}); // nothing will ever wake it, as under CPython: times out
    }
  }
  collect();
  const text = (chunks) => Buffer.concat(chunks).toString('utf8');
  const result = { stdout: text(streams[1]), stderr: text(streams[2]), output: text(streams.both), stopped: null };
  if (!ok && result.stderr === '') result.stderr = program.drain(Drain.diagnostics).toString('utf8');
  return { ...result, code: ok ? program.exitCode() : 1 };
}

parentPort.on('message', (program) => {
  run(program).then(
    (result) => parentPort.postMessage(result),
    (error) =>
      parentPort.postMessage({
        stdout: '',
        stderr: '',
        code: null,
        stopped: `crash: ${error.stack ?? error}`,
      }),
  );
});
