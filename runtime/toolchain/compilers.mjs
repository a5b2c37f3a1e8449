// SPDX-License-Identifier: MIT
/** The native compiler: clang-19 when it is there (the one that also builds wasm), else the system's c++. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ask, atLeast, versionIn, which } from './programs.mjs';

/** @returns {{cc, cxx, llvmRoot, suffix}|null} clang 19 or newer; `suffix` is what its LLVM tools' names end in. */
export function findClang() {
  for (const suffix of ['19', '20', '21', '22', '']) {
    const cxx = which(suffix ? `clang++-${suffix}` : 'clang++', ['/opt/homebrew/opt/llvm/bin', '/usr/local/opt/llvm/bin']);
    const cc = which(suffix ? `clang-${suffix}` : 'clang', ['/opt/homebrew/opt/llvm/bin', '/usr/local/opt/llvm/bin']);
    if (!cxx || !cc || !atLeast(versionIn(ask(cxx, ['--version'])), [19])) continue;
    // Debian's /usr/bin/clang-19 is a link into LLVM's own folder, where the tools have plain names.
    const llvmRoot = dirname(realpathSync(cc));
    return { cc, cxx, llvmRoot, suffix: '' };
  }
  return null;
}

/** @returns {{cc, cxx, name}|null} */
export function nativeCompiler() {
  const clang = findClang();
  if (clang) return { cc: clang.cc, cxx: clang.cxx, name: 'clang' };
  const cxx = which(['c++', 'g++', 'clang++']);
  const cc = which(['cc', 'gcc', 'clang']);
  return cxx && cc ? { cc, cxx, name: 'system' } : null;
}

/** Whether the compiler can link a program with AddressSanitizer and UndefinedBehaviorSanitizer (it needs their libraries). */
export function hasSanitizers(cxx) {
  const folder = mkdtempSync(join(tmpdir(), 'loopscope-probe-'));
  try {
    const options = ['-fsanitize=address,undefined', '-x', 'c++', '-', '-o', join(folder, 'probe')];
    return ask(cxx, options, { input: 'int main() { return 0; }', stdio: ['pipe', 'pipe', 'ignore'] }) !== null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
