// SPDX-License-Identifier: MIT
// Runs programs in the wasm build under Node: the module is compiled once, every program gets a fresh
// instance, and each lane has a worker thread that is ended and replaced if a program does not end.
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/**
 * @param {string} modulePath  loopscope.js; loopscope.wasm lies beside it
 * @param {number} width       number of workers
 * @param {number} timeoutMs   for one program
 */
export function openWasmPool(modulePath, width, timeoutMs) {
  const module = new WebAssembly.Module(readFileSync(modulePath.replace(/\.js$/, '.wasm')));
  const open = () =>
    new Worker(new URL('./wasm-worker.mjs', import.meta.url), {
      workerData: { modulePath, module },
    });
  const workers = Array.from({ length: width }, open);

  const run = (program, lane) =>
    new Promise((resolve) => {
      const worker = workers[lane];
      const finish = (result) => {
        clearTimeout(timer);
        worker.removeAllListeners();
        resolve(result);
      };
      const giveUp = (stopped) => {
        workers[lane] = open();
        finish({ stdout: '', stderr: '', code: null, stopped });
        void worker.terminate();
      };
      const timer = setTimeout(giveUp, timeoutMs, 'timeout');
      worker.on('message', finish);
      worker.on('error', (error) => giveUp(`crash: ${error.message}`));
      worker.on('exit', (code) => giveUp(`worker ended with ${code}`));
      worker.postMessage({ folder: program.folder, file: program.file });
    });

  const close = async () => {
    await Promise.all(
      workers.map((worker) => {
        worker.removeAllListeners();
        return worker.terminate();
      }),
    );
  };
  return { run, close };
}
