// SPDX-License-Identifier: MIT
// asyncio's public names as recorded from CPython 3.13, and what each is in this build of Loopscope.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { repository } from '../conformance/lib/programs.mjs';
import { findPython } from '../conformance/lib/python.mjs';

const kFolder = join(repository, 'tests/asyncio');
const kRecording = join(kFolder, 'cpython-3.13.txt');
const kTimeoutMs = 60_000;

function ask(command, words, env, input = '') {
  const result = spawnSync(command, words, { cwd: kFolder, env, input, encoding: 'utf8', timeout: kTimeoutMs });
  if (result.status !== 0) throw new Error(`${[command, ...words].join(' ')}: ${result.stderr || result.error || result.signal}`);
  return result.stdout.split('\n').filter(Boolean).map((line) => line.split('\t'));
}

/** CPython's names: { name, kind }. */
export function recordedNames() {
  return readFileSync(kRecording, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'))
    .map(([name, kind]) => ({ name, kind }));
}

/** The same with `state` (works, refuses or absent) and what this build says about it. */
export function namesHere(binary) {
  const names = recordedNames();
  const answers = ask(binary, ['run', 'states.py'], process.env, names.map(({ name }) => `${name}\n`).join(''));
  if (answers.length !== names.length) throw new Error(`states.py answered ${answers.length} of ${names.length} names`);
  return names.map((entry, i) => ({ ...entry, state: answers[i][1], message: answers[i][2] ?? '' }));
}

/** Asks CPython for its names; returns how many there are. */
export async function recordNames() {
  const python = await findPython();
  const lines = ask(python.command, ['-W', 'ignore', 'names.py'], { ...process.env, ...python.env });
  writeFileSync(kRecording, lines.map((words) => `${words.join('\t')}\n`).join(''));
  return lines.length;
}
