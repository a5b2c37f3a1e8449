// SPDX-License-Identifier: MIT
/**
 * Emscripten >= 3.1.69: the user's own when it is on PATH; else Debian 13's package unpacked into the cache.
 *
 * That package works on older releases too, apart from its binaryen, whose programs want a newer C library: they
 * are started through the loader of the same release, unpacked beside them. Nothing is installed.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as apt from './apt.mjs';
import { findClang } from './compilers.mjs';
import { cache } from './paths.mjs';
import { ask, atLeast, versionIn, which } from './programs.mjs';
import { SetupError, run, say } from './progress.mjs';

const minimum = [3, 1, 69];
const suite = 'trixie';
/** Goes up when the layout of the prefix changes, so that an old cache is not taken for a new one. */
const layout = 1;

const prefixFolder = () => join(cache, `emscripten-${suite}-${layout}`);

/** @returns {{toolchainFile: string, root: string, version: string}|null} what is there already. */
export function findEmscripten() {
  const own = which('emcc');
  if (own && !process.env.LOOPSCOPE_PRIVATE_EMSCRIPTEN) {
    const version = versionIn(ask(own, ['--version']));
    const root = ask(which('em-config') ?? 'em-config', ['EMSCRIPTEN_ROOT'])?.trim() || dirname(own);
    const toolchainFile = join(root, 'cmake/Modules/Platform/Emscripten.cmake');
    if (atLeast(version, minimum) && existsSync(toolchainFile)) return { toolchainFile, root, version: version.join('.') };
  }
  const stamp = join(prefixFolder(), 'ready.json');
  return existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : null;
}

export async function ensureEmscripten() {
  const found = findEmscripten();
  if (found) return found;
  const source = await apt.debianSource(suite);
  if (!source) throw new SetupError(advice());
  const clang = findClang();
  if (!clang?.llvmRoot || !existsSync(join(clang.llvmRoot, 'wasm-ld'))) {
    throw new SetupError(`Emscripten needs clang-19, lld-19 and llvm-19.\n${advice()}`);
  }

  const prefix = prefixFolder();
  const partial = `${prefix}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  await apt.unpackFrom(source, ['emscripten', 'binaryen', 'libc6', 'libstdc++6', 'libgcc-s1'], partial);
  await run('npm', ['install', '--prefix', join(partial, 'usr/share/emscripten'), '--no-save', '--no-audit', '--no-fund', 'acorn@8'], {
    title: 'npm install acorn (a JavaScript parser that emcc uses)',
  });
  rmSync(prefix, { recursive: true, force: true });
  renameSync(partial, prefix);
  wrapBinaryen(prefix);
  const root = join(prefix, 'usr/share/emscripten');
  writeConfiguration(prefix, root, clang);
  const version = versionIn(ask(join(root, 'emcc'), ['--version']));
  if (!atLeast(version, minimum)) throw new SetupError(`The unpacked emcc does not run: ${join(root, 'emcc')} --version`);
  const result = { toolchainFile: join(root, 'cmake/Modules/Platform/Emscripten.cmake'), root, version: version.join('.') };
  writeFileSync(join(prefix, 'ready.json'), JSON.stringify(result, null, 2));
  say(`emcc ${result.version} is ready`);
  return result;
}

/** Replaces each of binaryen's programs by a script that starts it with the C library of its own release. */
function wrapBinaryen(prefix) {
  const bin = join(prefix, 'usr/bin');
  const real = join(prefix, 'usr/lib/binaryen-programs');
  const loader = findLoader(prefix);
  const libraries = ask('find', [prefix, '-name', '*.so.*', '-printf', '%h\n']).split('\n').filter(Boolean);
  const path = [...new Set(libraries)].join(':');
  mkdirSync(real, { recursive: true });
  for (const name of readdirSync(bin).filter((file) => /^wasm(-|2js$)/.test(file))) {
    renameSync(join(bin, name), join(real, name));
    writeFileSync(join(bin, name), `#!/bin/sh\nexec '${loader}' --library-path '${path}' '${join(real, name)}' "$@"\n`);
    chmodSync(join(bin, name), 0o755);
  }
}

function findLoader(prefix) {
  const found = ask('find', [prefix, '-name', 'ld-linux-*.so.*'])?.split('\n').filter(Boolean) ?? [];
  if (!found.length) throw new SetupError(`No dynamic loader in ${prefix}`);
  return found[0];
}

function writeConfiguration(prefix, root, clang) {
  const values = {
    LLVM_ROOT: clang.llvmRoot,
    LLVM_ADD_VERSION: clang.suffix,
    CLANG_ADD_VERSION: clang.suffix,
    BINARYEN_ROOT: join(prefix, 'usr'),
    NODE_JS: process.execPath,
    CACHE: join(root, 'cache'),
  };
  const lines = Object.entries(values).map(([key, value]) => `${key} = '${value}'`);
  writeFileSync(join(root, '.emscripten'), [...lines, 'FROZEN_CACHE = True', ''].join('\n'));
}

function advice() {
  if (process.platform === 'darwin') {
    return 'Emscripten 3.1.69 or newer is needed. Run: brew install emscripten';
  }
  return [
    'Emscripten 3.1.69 or newer is needed, and this machine gives no way to fetch it by itself',
    '(that takes apt-get, a Debian mirror and debian-archive-keyring). Do one of:',
    '  - install emsdk as emscripten.org describes (`emsdk install latest && emsdk activate latest`), so that emcc is on PATH;',
    '  - on Debian or Ubuntu, as root: apt-get install debootstrap debian-archive-keyring clang-19 lld-19 llvm-19, then again;',
    '  - set LOOPSCOPE_DEBIAN_MIRROR to the address of a Debian mirror and run this again.',
  ].join('\n');
}
