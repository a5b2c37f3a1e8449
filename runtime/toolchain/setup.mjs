// SPDX-License-Identifier: MIT
/**
 * Finds what a command needs on this machine, and installs what is missing.
 *
 *   node runtime/toolchain/setup.mjs [wasm] [native] [tests] [npm] [browser]     (all of them when none is named)
 *
 * System packages go through apt where this user may use it; Emscripten and header-only libraries are unpacked into
 * the cache (~/.cache/loopscope, or LOOPSCOPE_CACHE), which all checkouts share; npm packages into node_modules.
 * Where something cannot be installed the command stops and says what to do.
 */
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as apt from './apt.mjs';
import { findClang, hasSanitizers, nativeCompiler } from './compilers.mjs';
import { ensureEmscripten, findEmscripten } from './emscripten.mjs';
import { ensureHeaders, missingHeaders } from './headers.mjs';
import { cache, headersFolder, root } from './paths.mjs';
import { ask, atLeast, versionIn, which } from './programs.mjs';
import { SetupError, main, run, say } from './progress.mjs';

/** What can be asked for. */
export const everything = ['wasm', 'native', 'tests', 'npm', 'browser'];

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** System packages: who needs them, how to see that they are there, and their names. */
const systemPackages = [
  { needs: ['wasm', 'native', 'tests'], there: () => which('cmake') && atLeast(versionIn(ask('cmake', ['--version'])), [3, 25]), apt: ['cmake'], brew: 'cmake' },
  { needs: ['wasm'], there: () => atLeast(versionIn(ask('python3', ['--version'])), [3, 8]), apt: ['python3'], brew: 'python' },
  { needs: ['wasm', 'native', 'tests'], there: () => which('ninja'), apt: ['ninja-build'], brew: 'ninja' },
  { needs: ['wasm', 'native', 'tests'], there: () => which('ccache'), apt: ['ccache'], brew: 'ccache', optional: true },
  {
    needs: ['wasm'],
    there: () => hasEmcc() || (findClang() && existsSync(join(findClang().llvmRoot, 'wasm-ld')) && existsSync(join(findClang().llvmRoot, 'llvm-ar'))),
    apt: ['clang-19', 'lld-19', 'llvm-19'],
    brew: 'emscripten',
  },
  {
    needs: ['native', 'tests'],
    there: () => findClang() && compiles(findClang().cxx),
    apt: ['clang-19', 'lld-19', 'llvm-19', 'g++'],
    brew: 'llvm',
    optional: Boolean(nativeCompiler()),
  },
  {
    needs: ['tests'],
    there: () => nativeCompiler() && hasSanitizers(nativeCompiler().cxx),
    apt: ['libclang-rt-19-dev'],
    brew: 'llvm',
  },
  { needs: ['browser'], there: () => findChromium(), apt: ['chromium'], brew: '--cask chromium' },
];

function hasEmcc() {
  const found = findEmscripten();
  return Boolean(found && !found.toolchainFile.startsWith(cache));
}

/** A C++ program with a standard header can be built: clang alone has no standard library on Debian. */
function compiles(cxx) {
  return ask(cxx, ['-std=c++20', '-fsyntax-only', '-x', 'c++', '-include', 'vector', '/dev/null']) !== null;
}

/** Path of a Chromium or Chrome, or null. LOOPSCOPE_CHROMIUM overrides it. */
export function findChromium() {
  if (process.env.LOOPSCOPE_CHROMIUM) return process.env.LOOPSCOPE_CHROMIUM;
  const onMac = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return which(chromiumNames) ?? onMac.find(existsSync) ?? null;
}

/**
 * Makes sure that everything named in `needs` is there.
 * @param {string[]} needs some of `everything`
 * @returns {Promise<{compiler?: object, emscripten?: object, chromium?: string|null}>} what was found
 * @throws {SetupError} with instructions, when something is missing and cannot be installed
 */
export async function setup(needs) {
  if (!atLeast(versionIn(process.version), [20])) throw new SetupError(`Node 20 or newer is needed, this is ${process.version}.`);
  mkdirSync(cache, { recursive: true });
  const needed = (list) => list.some((need) => needs.includes(need));
  await ensureSystemPackages(systemPackages.filter((item) => needed(item.needs)));
  const result = {};
  if (needed(['wasm'])) result.emscripten = await ensureEmscripten();
  const headers = needed(['tests']) ? ['boost', 'catch2'] : needed(['wasm', 'native']) ? ['boost'] : [];
  if (missingHeaders(headers).length) await ensureHeaders(headers);
  if (needed(['npm'])) await ensureNodeModules();
  if (needed(['native', 'tests'])) result.compiler = nativeCompiler();
  if (needed(['browser'])) result.chromium = findChromium();
  return result;
}

async function ensureSystemPackages(items) {
  const tried = new Set();
  // More than once, because a newly installed compiler may want its own sanitizers.
  for (;;) {
    const missing = items.filter((item) => !item.there()).flatMap((item) => item.apt).filter((name) => !tried.has(name));
    if (!missing.length || !apt.hasApt() || !apt.rootPrefix()) break;
    const offered = [];
    for (const name of new Set(missing)) if (await apt.offers(name)) offered.push(name);
    if (offered.length) await apt.install(offered);
    missing.forEach((name) => tried.add(name));
  }
  const still = items.filter((item) => !item.there() && !item.optional);
  if (still.length) throw new SetupError(howToInstall(still));
}

function howToInstall(items) {
  if (process.platform === 'darwin') {
    const formulas = [...new Set(items.map((item) => item.brew))];
    return ['Some programs are missing. Run:', ...formulas.map((formula) => `  brew install ${formula}`), 'and then this command again.'].join('\n');
  }
  const names = [...new Set(items.flatMap((item) => item.apt))].join(' ');
  if (apt.hasApt()) {
    return apt.rootPrefix()
      ? `apt does not offer all of: ${names}\nInstall clang >= 19 with lld and its tools, cmake >= 3.25, ninja and Chromium or Chrome some other way, so that they are on PATH (or LOOPSCOPE_CHROMIUM names the browser), and run this again.`
      : `Some programs are missing, and this user may not install them. Have an administrator run:\n  sudo apt-get install ${names}\nand run this command again.`;
  }
  return `Some programs are missing. Install what your system calls: ${names}\n(Debian's names: clang, lld and LLVM >= 19, cmake >= 3.25, ninja, Chromium) and run this command again.`;
}

/** npm packages, when package-lock.json changed since they were last installed. */
async function ensureNodeModules() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = createHash('sha256').update(lock).digest('hex');
  const stampFile = join(root, 'node_modules/.loopscope-stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  // `npm ci` would first remove packages that are in use, as by a running `npm run dev`.
  const command = existsSync(join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci'];
  await run('npm', [...command, '--no-audit', '--no-fund'], {
    title: `npm ${command.join(' ')}`,
    cwd: root,
    advice: 'Is there a network, and does npm reach its registry (`npm ping`)?',
  });
  writeFileSync(stampFile, stamp);
}

/** Environment for compilers: ccache keeps its files in the shared cache. */
export function buildEnvironment() {
  return { CCACHE_DIR: process.env.CCACHE_DIR ?? join(cache, 'ccache'), CCACHE_SLOPPINESS: 'pch_defines,time_macros', LOOPSCOPE_HEADERS: headersFolder };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(async () => {
    const named = process.argv.slice(2);
    const unknown = named.filter((need) => !everything.includes(need));
    if (unknown.length) throw new SetupError(`Unknown: ${unknown.join(' ')}. Known: ${everything.join(' ')}`);
    const found = await setup(named.length ? named : everything);
    say(`ready. Cache: ${cache}`);
    if (found.compiler) say(`native compiler: ${found.compiler.cxx}`);
    if (found.emscripten) say(`emscripten ${found.emscripten.version}: ${found.emscripten.root}`);
    if (found.chromium) say(`browser: ${found.chromium}`);
  });
}
