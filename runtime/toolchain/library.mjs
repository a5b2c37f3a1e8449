// SPDX-License-Identifier: MIT
/**
 * Makes the library's modules loadable: our own (runtime/python/library/modules) and CPython's unmodified ones
 * (cpython_modules.txt names them; they come out of the npm package pyodide). CMake runs it:
 *
 *   node library.mjs --output FOLDER --table FILE.cpp -- COMPILER...
 *
 * COMPILER is how to start loopscope_pack. FOLDER gets one asset for each module and manifest.json, FILE.cpp the bytecode
 * of those that are part of the program (built_in_modules.txt).
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { root } from './paths.mjs';
import { openZip } from './zip.mjs';

const library = join(root, 'runtime/python/library');
const archive = join(root, 'node_modules/pyodide/python_stdlib.zip');
/** kLibraryFolder of runtime/python/vm/library_file.h. */
const kShownFolder = '/usr/lib/python3.13/';

const options = readArguments(process.argv.slice(2));
const builtIn = new Set(readList('built_in_modules.txt'));
const sources = [...ourModules(), ...cpythonModules()].sort((a, b) => (a.name < b.name ? -1 : 1));
const { modules, bundle } = compileAll(sources);
for (const name of builtIn) if (!modules.has(name)) throw new Error(`built_in_modules.txt: there is no module ${name}`);
writeTable([...modules.values()].filter((module) => builtIn.has(module.name)), bundle);
writeAssets([...modules.values()].filter((module) => !builtIn.has(module.name)));

function readArguments(words) {
  const at = words.indexOf('--');
  const named = Object.fromEntries(words.slice(0, at).flatMap((word, i, all) => (i % 2 ? [] : [[word.slice(2), all[i + 1]]])));
  return { output: named.output, table: named.table, compiler: words.slice(at + 1) };
}

/** The names in a list file: one a line, `#` begins a comment. */
function readList(file) {
  return readFileSync(join(library, file), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
}

/** `path` is relative to the library: `json/__init__.py`. */
function moduleOf(path, text) {
  const isPackage = path.endsWith('/__init__.py');
  const name = path.replace(isPackage ? /\/__init__\.py$/ : /\.py$/, '').replaceAll('/', '.');
  return { name, isPackage, path, text };
}

function ourModules() {
  const folder = join(library, 'modules');
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.py'))
    .map((path) => moduleOf(path.replaceAll('\\', '/'), readFileSync(join(folder, path))));
}

function cpythonModules() {
  const zip = openZip(archive);
  return readList('cpython_modules.txt').map((line) => {
    const [name, ours = name] = line.split(/ +as +/);
    const path = [`${name.replaceAll('.', '/')}.py`, `${name.replaceAll('.', '/')}/__init__.py`].find((candidate) => zip.has(candidate));
    if (!path) throw new Error(`cpython_modules.txt: ${relative(root, archive)} has no module ${name}`);
    return { ...moduleOf(path, zip.get(path)()), name: ours };
  });
}

/**
 * @returns {{modules: Map<string, {name: string, isPackage: boolean, code: Buffer | null, imports: string[]}>, bundle: Buffer}}
 *   in the order of names; the code of built-in ones is in the bundle
 */
function compileAll(modules) {
  const work = join(options.output, 'work');
  rmSync(options.output, { recursive: true, force: true });
  const seen = new Map();
  const rows = modules.map(({ name, isPackage, path, text }) => {
    if (seen.has(name)) throw new Error(`There are two modules ${name}: take it out of cpython_modules.txt, or out of modules/`);
    const source = join(work, `${name}.py`); // by name: of two modules with one path only the name differs
    mkdirSync(dirname(source), { recursive: true });
    writeFileSync(source, text);
    const output = builtIn.has(name) ? '' : `${source}.code`;
    seen.set(name, { name, isPackage, output });
    return [name, isPackage ? 'package' : 'module', kShownFolder + path, source, output].join('\t');
  });
  const list = join(work, 'list.txt');
  const bundleFile = join(work, 'bundle.code');
  writeFileSync(list, rows.join('\n'));
  const [program, ...rest] = options.compiler;
  const answer = execFileSync(program, [...rest, list, bundleFile], { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] });
  for (const line of answer.split('\n').filter(Boolean)) {
    const [name, ...imports] = line.split('\t');
    const module = seen.get(name);
    module.imports = imports.filter((other) => seen.has(other) && other !== name);
    module.code = module.output ? readFileSync(module.output) : null;
  }
  const bundle = readFileSync(bundleFile);
  rmSync(work, { recursive: true });
  return { modules: seen, bundle };
}

function writeTable(modules, bundle) {
  const rows = modules.map(({ name, isPackage }) => `    {"${name}", ${isPackage}},`);
  const text = [
    '// Made by runtime/toolchain/library.mjs.',
    '#include "python/library/built_in_modules.h"',
    '',
    'namespace loopscope::python {',
    `const unsigned char kBuiltInCode[] = {${[...bundle].join(',')}};`,
    'const size_t kBuiltInCodeSize = sizeof kBuiltInCode;',
    'const BuiltInModule kBuiltInModules[] = {',
    ...rows,
    '    {nullptr, false},',
    '};',
    '}  // namespace loopscope::python',
    '',
  ].join('\n');
  writeFileSync(options.table, text);
}

/** An asset: a byte of flags (1: package), the size of the code in four bytes, the code as raw deflate. */
function writeAssets(modules) {
  mkdirSync(options.output, { recursive: true });
  const manifest = {};
  for (const { name, isPackage, code, imports } of modules) {
    const head = Buffer.alloc(5);
    head[0] = isPackage ? 1 : 0;
    head.writeUInt32LE(code.length, 1);
    const asset = Buffer.concat([head, deflateRawSync(code, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 })]);
    const file = `${name}.module`;
    writeFileSync(join(options.output, file), asset);
    manifest[name] = { file, bytes: asset.length, imports };
  }
  writeFileSync(join(options.output, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  // Of CPython's modules, and of what Unicode's database says of characters.
  for (const notice of readdirSync(library).filter((name) => name.endsWith('-LICENSE.txt'))) copyFileSync(join(library, notice), join(options.output, notice));
}
