// SPDX-License-Identifier: MIT
/**
 * Divides the linked wasm in two: what plain asyncio programs call, and the rare part, which the page fetches when a program
 * first calls into it. CMake runs it after the link:
 *
 *   node split.mjs --whole FOLDER --library FOLDER --programs FILE --output FOLDER
 *
 * --whole holds loopscope.{js,wasm} as linked, with function names, --library the library's assets,
 * --programs the plain programs, a file a line, those that decide alone after a `+`; --output gets loopscope.js, loopscope.wasm (the main part),
 * loopscope.rare.wasm and split.json.
 *
 * What is plain is not written down anywhere: the plain programs (plain_programs.txt) are run here, in an instrumented
 * build, and each function that eight of them called stays in the main part (one alone may be a test of remote corners). So the
 * division follows the code by itself, and is the same wherever it is made: programs run under the virtual clock and with a
 * fixed seed. Only what watches every program stays as a whole (kAlwaysPlain): how many timers a snapshot has to sort, and
 * what was there when the collector ran, says nothing about the program.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findEmscripten } from './emscripten.mjs';
import { root } from './paths.mjs';
import { SetupError, main } from './progress.mjs';
import { ask, which } from './programs.mjs';
import { definedFunctions } from './wasm_names.mjs';
import { markCalled, profile } from './profile.mjs';

/** What the wasm uses. Without reference types there is one table, and a call into the rare part costs one entry of it. */
const kFeatures = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals'].map((name) => `--enable-${name}`);
/** Functions of these namespaces, and library templates made for them; and what the collector asks each kind of object. */
const kAlwaysPlain = /loopscope::(loop|trace)::|\b(traverse|clear|clear_slot)\(loopscope::python::Object\*/;
/** But not what only gets things of theirs: who has no network does not pay for it. */
const kNeverPlainByName = /loopscope::network::/;
/** Import namespaces; web/worker/rare_part.ts and runtime/host/node/wasm_program.mjs know them too. */
const kNames = ['--placeholder-namespace=rare', '--import-namespace=main', '--export-prefix=%'];

main(async () => {
  const folder = { type: 'string' };
  const { values } = parseArgs({ options: { whole: folder, library: folder, programs: { type: 'string' }, output: folder } });
  const whole = (name) => join(values.whole, name);
  const output = (name) => join(values.output, name);
  const tool = findWasmSplit();
  const split = (...args) => execFileSync(tool, args, { stdio: ['ignore', 'inherit', 'inherit'] });

  const programs = readFileSync(values.programs, 'utf8').split('\n').filter(Boolean);
  const instrumented = whole('instrumented');
  mkdirSync(instrumented, { recursive: true });
  split('--instrument', whole('loopscope.wasm'), ...kFeatures, '-o', join(instrumented, 'loopscope.wasm'));
  copyFileSync(whole('loopscope.js'), join(instrumented, 'loopscope.js'));
  const plainModules = readPlainModules();
  const bytes = await profile(join(instrumented, 'loopscope.js'), values.library, programs, plainModules);
  definedFunctions(whole('loopscope.wasm')).forEach((name, index) => {
    if (kAlwaysPlain.test(name) && !kNeverPlainByName.test(name)) markCalled(bytes, index);
  });
  writeFileSync(whole('plain.profile'), bytes);
  split('--split', whole('loopscope.wasm'), ...kFeatures, ...kNames, '--profile', whole('plain.profile'),
    '-o1', output('loopscope.wasm'), '-o2', output('loopscope.rare.wasm'));
  copyFileSync(whole('loopscope.js'), output('loopscope.js'));
  writeFileSync(output('split.json'), `${JSON.stringify({ plainModules })}\n`);
});

/** What plain programs import, from the list of them. */
function readPlainModules() {
  const list = readFileSync(join(root, 'runtime/toolchain/plain_programs.txt'), 'utf8');
  return list.split('\n').filter((line) => line.startsWith('import ')).flatMap((line) => line.split(/\s+/).slice(1)).filter(Boolean);
}

/** Binaryen's, which comes with every emscripten. */
function findWasmSplit() {
  const emscripten = findEmscripten();
  const config = emscripten && ask(join(emscripten.root, 'em-config'), ['BINARYEN_ROOT'])?.trim();
  const candidates = [config && join(config, 'bin/wasm-split'), which('wasm-split')].filter(Boolean);
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new SetupError(`binaryen's wasm-split is missing: it should be beside emcc's other tools (${candidates.join(delimiter)})`);
  return found;
}
