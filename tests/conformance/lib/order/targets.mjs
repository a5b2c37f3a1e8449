// SPDX-License-Identifier: MIT
// Loopscope as it runs random programs: the command line's program, or the wasm build under Node.
import { spawn } from 'node:child_process';
import { closeSync, copyFileSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { openWasmPool } from '../wasm-pool.mjs';

const kTimeoutMs = 20_000;

/**
 * Both streams go to one file, in the order of their writes. What is built meanwhile is not run: the program and its library
 * are copied.
 */
export function nativeTarget(binary) {
  const folder = mkdtempSync(join(tmpdir(), 'loopscope-target-'));
  const copy = join(folder, basename(binary));
  copyFileSync(binary, copy);
  cpSync(join(dirname(binary), 'library'), join(folder, 'library'), { recursive: true });
  const run = (path) =>
    new Promise((resolve, reject) => {
      const output = `${path}.ours`;
      const file = openSync(output, 'w');
      const child = spawn(copy, ['run', basename(path), '--clock', 'virtual'], {
        cwd: dirname(path),
        stdio: ['ignore', file, file],
      });
      closeSync(file);
      const timer = setTimeout(() => child.kill('SIGKILL'), kTimeoutMs);
      child.on('error', reject);
      child.on('close', (code, signal) => {
        clearTimeout(timer);
        resolve({ output: readFileSync(output, 'utf8'), end: signal === 'SIGKILL' ? 'timeout' : String(code ?? signal) });
      });
    });
  return { run, close: async () => rmSync(folder, { recursive: true }) };
}

export function wasmTarget(module, width) {
  const pool = openWasmPool(module, width, kTimeoutMs);
  const run = async (path, lane) => {
    const result = await pool.run({ folder: dirname(path), file: basename(path) }, lane);
    return { output: result.output ?? '', end: String(result.stopped ?? result.code) };
  };
  return { run, close: pool.close, hangs: true };
}
