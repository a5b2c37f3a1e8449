// SPDX-License-Identifier: MIT
// Records what CPython 3.13 prints for the programs of the suite.
//   npm run record                    all programs
//   npm run record -- asyncio/queue   programs whose path contains one of the words
//   npm run record -- --missing       only programs without a recording
// Every program runs twice, with different hash seeds; one that prints different things is refused. Network programs run under
// an interpreter that has the real packages (tests/network/stand_in.mjs).
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { normalise } from './lib/normalise.mjs';
import { inParallel, runProcess } from './lib/process.mjs';
import { findPrograms, readRecording } from './lib/programs.mjs';
import { findPython } from './lib/python.mjs';
import { findNetworkPython, keepVersions, needsNetwork, runWithStandIn } from '../network/stand_in.mjs';

const kTimeoutMs = 30_000;

const arguments_ = process.argv.slice(2);
const onlyMissing = arguments_.includes('--missing');
const programs = findPrograms(arguments_.filter((word) => !word.startsWith('--'))).filter(
  (program) => !onlyMissing || readRecording(program) === null,
);
const python = await findPython();
let networkPython = null;
let noNetwork = '';
if (programs.some(needsNetwork)) {
  try {
    networkPython = await findNetworkPython();
  } catch (error) {
    noNetwork = error.message;
  }
}

async function observe(program, hashSeed) {
  const network = needsNetwork(program);
  const env = { ...(network ? {} : python.env), PYTHONHASHSEED: hashSeed };
  const result = network
    ? await runWithStandIn(networkPython, program, { env, timeoutMs: kTimeoutMs })
    : await runProcess(python.command, [program.file], { cwd: program.folder, env, timeoutMs: kTimeoutMs });
  return {
    stdout: normalise(result.stdout, program),
    stderr: normalise(result.stderr, program),
    code: result.code,
    stopped: result.stopped,
  };
}

function keep(path, text) {
  if (text === '') rmSync(path, { force: true });
  else writeFileSync(path, text);
}

const refused = [];
let recorded = 0;
await inParallel(programs, 2, async (program) => {
  if (noNetwork && needsNetwork(program)) {
    refused.push(`${program.name}: ${noNetwork}`);
    return;
  }
  const first = await observe(program, '1');
  const second = await observe(program, '20261123');
  if (first.stopped !== null) {
    refused.push(`${program.name}: stopped (${first.stopped})`);
  } else if (JSON.stringify(first) !== JSON.stringify(second)) {
    refused.push(`${program.name}: two runs differ`);
  } else if (first.stdout === '' && first.stderr === '') {
    refused.push(`${program.name}: prints nothing`);
  } else {
    mkdirSync(dirname(program.record), { recursive: true });
    writeFileSync(`${program.record}.out`, first.stdout);
    keep(`${program.record}.err`, first.stderr);
    keep(`${program.record}.code`, first.code === 0 ? '' : `${first.code}\n`);
    recorded++;
  }
});

if (networkPython && programs.some((program) => program.name.includes('conformance/network/'))) keepVersions(networkPython);
for (const line of refused.sort()) console.error(`refused  ${line}`);
console.log(`${recorded} recorded, ${refused.length} refused`);
process.exit(refused.length === 0 ? 0 : 1);
