// SPDX-License-Identifier: MIT
/** `npm run lint`: who includes whom in runtime/, licence lines, TypeScript's types, ESLint. */
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';
import { main, run } from './progress.mjs';
import { setup } from './setup.mjs';

/** What each layer of runtime/ may include besides itself (design.md §2). host/ may include everything. */
const mayInclude = {
  loop: [],
  trace: ['loop'],
  coro: ['loop', 'trace'],
  network: ['loop'],
  'python/number': [],
  'python/syntax': ['python/number'],
  'python/bytecode': ['python/number'],
  'python/compiler': ['python/number', 'python/syntax', 'python/bytecode'],
  'python/vm': ['python/number', 'python/bytecode', 'loop', 'trace'],
  'python/library': ['python/number', 'python/vm', 'python/bytecode', 'loop', 'trace', 'network'],
};

const layerOf = (path) => /^(python\/\w+|\w+)\//.exec(path)?.[1];

/** Adds one passed or failed check for each rule; prints what breaks it. */
export async function runLint(counts) {
  const rules = {
    'who includes whom (runtime/)': includeViolations,
    '__EMSCRIPTEN__ only in runtime/host': platformViolations,
    'no printf, strtod, std::sort in what the page loads': weightViolations,
    'SPDX line first': licenceViolations,
  };
  for (const [name, rule] of Object.entries(rules)) report(counts, name, rule());
  if (existsSync(join(root, 'tsconfig.json'))) await tool(counts, 'types (tsc)', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']);
  if (existsSync(join(root, 'eslint.config.js'))) await tool(counts, 'ESLint', ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', 'web', 'tests']);
}

function report(counts, name, problems) {
  console.log(`  ${problems.length ? 'FAIL' : 'ok  '} ${name}`);
  for (const problem of problems) console.log(`       ${problem}`);
  counts[problems.length ? 'failed' : 'passed'] += 1;
}

async function tool(counts, name, [script, ...args]) {
  const { code } = await run(process.execPath, [join(root, script), ...args], { cwd: root, allowFailure: true });
  report(counts, name, code === 0 ? [] : ['see above']);
}

function sources(folder, pattern) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const runtimeSources = () => sources('runtime', /\.(h|cpp)$/).map((file) => ({ file, path: relative(join(root, 'runtime'), file), text: readFileSync(file, 'utf8') }));

function includeViolations() {
  return runtimeSources().flatMap(({ path, text }) => {
    const layer = layerOf(path);
    if (layer === 'host') return [];
    const allowed = mayInclude[layer];
    if (!allowed) return [`runtime/${path}: no such layer in design.md`];
    return [...text.matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)]
      .map((match) => match[1])
      .filter((included) => layerOf(included) !== layer && !allowed.includes(layerOf(included)))
      .map((included) => `runtime/${path} may not include "${included}"`);
  });
}

function platformViolations() {
  return runtimeSources()
    .filter(({ path, text }) => !path.startsWith('host/') && /__EMSCRIPTEN__/.test(text))
    .map(({ path }) => `runtime/${path}`);
}

/** Each brings 5 to 130 KB: python/number reads and writes numbers, sort_heap sorts. coro and host/native are not in the wasm. */
function weightViolations() {
  return runtimeSources()
    .filter(({ path }) => !/^(coro|host\/(native|pack))\/|chrome_trace/.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(/\b(v?s?n?printf|strto[df]|std::(stable_)?sort)\(/g)].map((match) => `runtime/${path}: ${match[1]}`));
}

function licenceViolations() {
  const files = [...sources('runtime', /\.(h|cpp|mjs|cmake)$|^CMakeLists\.txt$/), ...sources('web', /\.(ts|tsx|css)$/),
    ...sources('tests', /\.(cpp|h|mjs|ts)$/), ...sources('vite', /\.ts$/)];
  return files
    .filter((file) => !readFileSync(file, 'utf8').split('\n', 2).some((line) => line.includes('SPDX-License-Identifier: MIT')))
    .map((file) => relative(root, file));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(async () => {
    await setup(['npm']);
    const counts = { passed: 0, failed: 0 };
    await runLint(counts);
    return counts.failed ? 1 : 0;
  });
}
