// SPDX-License-Identifier: MIT
/** The names of a wasm module's functions, as `--profiling-funcs` keeps them. */
import { readFileSync } from 'node:fs';

const kFunctionNames = 1;

/** @returns {string[]} the names of the functions that the module itself defines, in their order */
export function definedFunctions(path) {
  const module = new WebAssembly.Module(readFileSync(path));
  const imported = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function').length;
  const [section] = WebAssembly.Module.customSections(module, 'name');
  if (!section) throw new Error(`${path} has no names: link it with --profiling-funcs`);
  const bytes = Buffer.from(section);
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const names = [];
  while (at < bytes.length) {
    const kind = bytes[at++];
    const size = number();
    const end = at + size;
    for (let left = kind === kFunctionNames ? number() : 0; left > 0; left--) {
      const index = number();
      const length = number();
      names[index] = bytes.toString('utf8', at, at + length);
      at += length;
    }
    at = end;
  }
  return names.slice(imported);
}
