// SPDX-License-Identifier: MIT
// Runs programs in the wasm build under Node: the module is compiled once, every program gets a fresh
// instance, and each lane has a worker thread that is ended and replaced if a program does not end.
import { Worker } from 'node:worker_threads';
import { compileWasm } from '../../../runtime/host/node/wasm_program.mjs';

/**
 * @param {string} modulePath  loopscope.js; loopscope.wasm lies beside it
 * @param {number} width       number of workers
 * @param {number} timeoutMs   for one program
 */
export function openWasmPool(modulePath, width, timeoutMs) {
  const build = compileWasm(modulePath);
  /** One worker and the promise that its current program resolves. */
  const open = () => {
    const lane = { resolve: null, timer: undefined, worker: null };
    const finish = (result) => {
      clearTimeout(lane.timer);
      lane.resolve?.(result);
      lane.resolve = null;
    };
    const stop = (stopped) => {
      lane.broken = true;
      void lane.worker.terminate();
      finish({ stdout: '', stderr: '', code: null, stopped });
    };
    lane.start = (program, resolve) => {
      lane.resolve = resolve;
      lane.timer = setTimeout(stop, timeoutMs, 'timeout');
      lane.worker.postMessage({ folder: program.folder, file: program.file });
    };
    lane.worker = new Worker(new URL('./wasm-worker.mjs', import.meta.url), {
      workerData: { build },
    });
    lane.worker.on('message', finish);
    lane.worker.on('error', (error) => stop(`crash: ${error.message}`));
    lane.worker.on('exit', (code) => stop(`worker ended with ${code}`));
    return lane;
  };
  const lanes = Array.from({ length: width }, open);

  const run = (program, index) =>
    new Promise((resolve) => {
      if (lanes[index].broken) lanes[index] = open();
      lanes[index].start(program, resolve);
    });

  const close = async () => {
    await Promise.all(lanes.map((lane) => lane.worker.terminate()));
  };
  return { run, close };
}
