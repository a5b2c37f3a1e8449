// SPDX-License-Identifier: MIT
/**
 * What the set-up and the build say while they work: one line a step, with the time since the command was started,
 * and a sign of life every ten seconds while a quiet step goes on.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';

const started = Date.now();

/** What ninja says of steps that went well. */
const kNoise = /^\[\d+\/\d+\] (Building|Linking)/;

/** Seconds since the command was started, as `  12 s`. */
export function elapsed() {
  return `${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s`;
}

export function say(text) {
  console.log(`[loopscope ${elapsed()}] ${text}`);
}

/** A failure whose message tells the user what to do; printed without a stack. */
export class SetupError extends Error {}

/**
 * Runs a program. With `title` its output goes to a log file, shown only when it fails, and progress lines are
 * printed instead; without, it writes straight to the terminal.
 * @returns {Promise<{code: number, output: string}>} `output` only with `title`.
 * @throws {SetupError} when it fails, unless `allowFailure`.
 */
export async function run(program, args, { title, cwd, env, allowFailure = false, log, advice } = {}) {
  const environment = { ...process.env, ...env };
  let sink = 'inherit';
  let file = null;
  if (title) {
    say(title);
    file = log ?? join(tmpdir(), `loopscope-${process.pid}-${title.replace(/\W+/g, '-').slice(0, 40)}.log`);
    mkdirSync(dirname(file), { recursive: true });
    sink = openSync(file, 'w');
  }
  const begun = Date.now();
  const beat = title
    ? setInterval(() => say(`  ... ${Math.round((Date.now() - begun) / 1000)} s: ${lastLine(file)}`), 10_000)
    : null;
  const code = await new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: environment, stdio: [title ? 'ignore' : 'inherit', sink, sink] });
    child.on('error', () => resolve(127));
    child.on('close', (status, signal) => resolve(signal ? 128 : status));
  });
  if (beat) clearInterval(beat);
  if (title) closeSync(sink);
  const output = file ? readFileSync(file, 'utf8') : '';
  if (code !== 0 && !allowFailure) {
    if (file) console.error(output.split('\n').filter((line) => !kNoise.test(line)).slice(-60).join('\n'));
    throw new SetupError(
      (title ? `Failed: ${title} (${program} ended with code ${code}; all of its output: ${file})` : `${program} ended with code ${code}`) +
        (advice ? `\n${advice}` : ''),
    );
  }
  return { code, output };
}

function lastLine(file) {
  const lines = readFileSync(file, 'utf8').split(/[\r\n]+/).filter((line) => line.trim() && !line.startsWith('npm warn'));
  return (lines.at(-1) ?? '').trim().slice(0, 100);
}

/** Runs the main function of a script; a SetupError is printed plainly, any failure makes the exit code 1. */
export function main(body) {
  body().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error) => {
      console.error(error instanceof SetupError ? `\nloopscope: ${error.message}` : error);
      process.exitCode = 1;
    },
  );
}
