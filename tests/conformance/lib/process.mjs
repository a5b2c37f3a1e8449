// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';

const kMaxOutput = 4 << 20;

/**
 * Runs a command to its end. `code` is null when it was stopped: `stopped` then says why
 * ('timeout', 'output' for too much of it, or the signal that killed it).
 * @returns {Promise<{stdout: string, stderr: string, code: number | null, stopped: string | null}>}
 */
export function runProcess(command, args, { cwd, env, timeoutMs }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = { stdout: [], stderr: [] };
    let size = 0;
    let stopped = null;
    const stop = (why) => {
      stopped ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(stop, timeoutMs, 'timeout');
    for (const stream of ['stdout', 'stderr']) {
      child[stream].on('data', (chunk) => {
        size += chunk.length;
        if (size > kMaxOutput) stop('output');
        else chunks[stream].push(chunk);
      });
    }
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({
        stdout: Buffer.concat(chunks.stdout).toString('utf8'),
        stderr: Buffer.concat(chunks.stderr).toString('utf8'),
        code,
        stopped: stopped ?? signal,
      });
    });
  });
}

/** Calls `work` for every item, `width` at a time, in order of start. */
export async function inParallel(items, width, work) {
  let next = 0;
  const lane = async (index) => {
    while (next < items.length) await work(items[next++], index);
  };
  await Promise.all(Array.from({ length: width }, (_, index) => lane(index)));
}
