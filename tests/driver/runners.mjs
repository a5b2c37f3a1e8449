// SPDX-License-Identifier: MIT
/** Runs one test program each and adds up what it reports. What a failing one prints is shown. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../runtime/toolchain/paths.mjs';

const kCatchMinutes = 5;

/** Every Catch2 program in the tests/ folder of a build; a test case counts as one. */
export async function runCatch(buildFolder, counts) {
  const folder = join(buildFolder, 'tests');
  const programs = existsSync(folder) ? readdirSync(folder).filter((name) => /^test_\w+(\.js)?$/.test(name)).sort() : [];
  if (!programs.length) return console.log(`${folder} has no test programs yet`);
  for (const name of programs) {
    const path = join(folder, name);
    const command = name.endsWith('.js') ? [process.execPath, path] : [path];
    const { code, output } = await capture([...command, '--use-colour', 'no'], {
      cwd: root,
      env: { ASAN_OPTIONS: 'detect_leaks=1', UBSAN_OPTIONS: 'print_stacktrace=1' },
      timeoutMs: kCatchMinutes * 60_000,
    });
    const result = readCatchSummary(output, code);
    console.log(`  ${name.replace(/\.js$/, '')}: ${result.passed} of ${result.passed + result.failed} passed`);
    if (code !== 0 || result.failed) console.log(output.trimEnd().split('\n').map((line) => `    ${line}`).join('\n'));
    add(counts, result);
  }
}

/** Catch2's closing lines; a program that ends without them, or with a bad exit code and no failure, has failed once. */
function readCatchSummary(output, code) {
  const all = /^All tests passed \([\d]+ assertions? in (\d+) test cases?\)/m.exec(output);
  if (all && code === 0) return { passed: Number(all[1]), failed: 0 };
  if (all) return { passed: Number(all[1]), failed: 1 };
  const line = /^test cases: .*$/m.exec(output)?.[0] ?? '';
  const number = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: number('passed'), failed: Math.max(number('failed'), code === 0 && line ? 0 : 1) };
}

/** tests/conformance/run.mjs: programs compared with CPython's recordings. */
export async function runConformance(args, counts, env = {}) {
  await runCounting('tests/conformance/run.mjs', args, args[1], counts, env);
}

/** tests/asyncio/check.mjs: asyncio's names, its table in docs/, and what has no recording. */
export async function runAsyncioLists(binary, counts, env = {}) {
  await runCounting('tests/asyncio/check.mjs', ['--binary', binary], 'names of asyncio', counts, env);
}

/** A script whose last line is its count. */
async function runCounting(script, args, title, counts, env) {
  const command = [process.execPath, join(root, script), ...args];
  const { code, output } = await capture(command, { cwd: root, env, timeoutMs: 15 * 60_000 });
  const summary = /^(\d+) passed, (\d+) failed$/m;
  const match = summary.exec(output);
  const rest = output.replace(summary, '').trim();
  if (rest) console.log(rest.split('\n').map((line) => `  ${line}`).join('\n'));
  const result = match ? { passed: Number(match[1]), failed: Number(match[2]) } : { passed: 0, failed: 0 };
  if (code !== 0 && !result.failed) result.failed = 1;
  console.log(`  ${title}: ${result.passed} of ${result.passed + result.failed} passed`);
  add(counts, result);
}

/** One Vitest configuration; its own report goes to the terminal as it runs. */
export async function runVitest(config, counts, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'loopscope-vitest-'));
  const file = join(folder, 'report.json');
  const command = [process.execPath, join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config,
    '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await capture(command, { cwd: root, env: { NO_COLOR: '1', ...env }, timeoutMs: 20 * 60_000, echo: true });
  const result = { passed: 0, failed: 0, skipped: 0 };
  if (existsSync(file)) {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    result.passed = report.numPassedTests;
    result.failed = report.numFailedTests;
    result.skipped = report.numPendingTests + report.numTodoTests;
  }
  // A file that could not be loaded has no tests that could fail.
  if (code !== 0 && !result.failed) result.failed = 1;
  rmSync(folder, { recursive: true, force: true });
  add(counts, result);
}

function add(counts, { passed, failed, skipped = 0 }) {
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
}

/**
 * Runs a command and keeps what it prints, both streams together; `echo` shows it at once as well.
 * A command that takes too long is ended: its code is then 124.
 */
function capture([program, ...args], { cwd, env, timeoutMs, echo = false }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (echo) process.stdout.write(text);
      });
    }
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (late) output += `\nended after ${timeoutMs / 1000} s\n`;
      else if (signal) output += `\nended by ${signal}\n`;
      resolve({ code: late ? 124 : (code ?? 1), output });
    });
  });
}
