// SPDX-License-Identifier: MIT
/** One build of a folder at a time, also when `npm start` and `npm test` run side by side. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './progress.mjs';

/** Runs `work` while no other process holds `file`; what a process that died has left is taken away. */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !take(file); told = true) {
    if (!told) say('waiting for another build of the same folder');
    await pause(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!holderLives(file)) rmSync(file, { force: true });
  return false;
}

function holderLives(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Empty: just being written, by a process that lives.
    return holder === 0 || process.kill(holder, 0);
  } catch (error) {
    // EPERM: it lives, and is somebody else's. ENOENT: it has just let go.
    return error.code === 'EPERM' || error.code === 'ENOENT';
  }
}
