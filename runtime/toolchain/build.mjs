// SPDX-License-Identifier: MIT
/** The builds: which folder, which options. All of them are incremental; one that is up to date takes a second. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { buildRoot, cache, headersFolder, root } from './paths.mjs';
import { SetupError, run } from './progress.mjs';
import { buildEnvironment, setup } from './setup.mjs';

/**
 * name: what it is for, what it needs (see setup.mjs), its CMake options, and the file that it is there for.
 * The folder is build/<name>.
 */
const builds = {
  wasm: {
    title: 'the runtime for the page (wasm, release)',
    needs: ['wasm', 'npm'],
    options: { CMAKE_BUILD_TYPE: 'Release' },
    result: 'loopscope.rare.wasm',
  },
  native: {
    title: 'the command line (native, release)',
    needs: ['native', 'npm'],
    options: { CMAKE_BUILD_TYPE: 'Release' },
    result: 'loopscope',
  },
  'native-tests': {
    title: 'native tests with ASan and UBSan',
    needs: ['tests', 'npm'],
    options: { CMAKE_BUILD_TYPE: 'Debug', LOOPSCOPE_SANITIZE: 'ON', LOOPSCOPE_TESTS: 'ON' },
    result: null,
  },
  'wasm-tests': {
    title: 'wasm tests',
    needs: ['wasm', 'tests', 'npm'],
    options: { CMAKE_BUILD_TYPE: 'Debug', LOOPSCOPE_TESTS: 'ON' },
    target: 'loopscope_all_tests',
    result: null,
  },
};

export const buildFolder = (name) => join(buildRoot, name);

/**
 * Sets up what is needed and brings one of the builds up to date.
 * @param {'wasm'|'native'|'native-tests'|'wasm-tests'} name
 * @param {string} [only] one target instead of all
 * @returns {Promise<string>} its folder
 */
export async function build(name, only) {
  const { title, needs, options, target, result } = builds[name];
  const tools = await setup(needs);
  const folder = buildFolder(name);
  const definitions = { ...options, LOOPSCOPE_HEADERS: headersFolder };
  if (needs.includes('wasm')) definitions.CMAKE_TOOLCHAIN_FILE = tools.emscripten.toolchainFile;
  else Object.assign(definitions, { CMAKE_C_COMPILER: tools.compiler.cc, CMAKE_CXX_COMPILER: tools.compiler.cxx });
  await withLock(`${folder}.lock`, async () => {
    await configure(folder, definitions, tools.emscripten?.version ?? tools.compiler.name);
    await run('ninja', ['-C', folder, ...jobs(), ...(only ?? target ? [only ?? target] : [])], {
      title: `building ${title}`,
      env: buildEnvironment(),
      log: join(folder, 'build.log'),
    });
  });
  if (!only && result && !existsSync(join(folder, result))) throw new SetupError(`The build did not make ${join(folder, result)}`);
  return folder;
}

/** Emscripten's link of everything wants a core and memory of its own; LOOPSCOPE_JOBS limits both. */
function jobs() {
  return process.env.LOOPSCOPE_JOBS ? [`-j${process.env.LOOPSCOPE_JOBS}`] : [];
}

/** Runs CMake when it never did here, or did with other options or another compiler. */
async function configure(folder, definitions, compiler) {
  const stamp = createHash('sha256').update(JSON.stringify([root, cache, compiler, definitions])).digest('hex');
  const stampFile = join(folder, '.configured');
  const fresh = existsSync(join(folder, 'build.ninja')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (fresh) return;
  mkdirSync(folder, { recursive: true });
  const options = Object.entries(definitions).map(([key, value]) => `-D${key}=${value}`);
  await run('cmake', ['--fresh', '-S', root, '-B', folder, '-G', 'Ninja', ...options], {
    title: `configuring ${folder.slice(root.length + 1)}`,
    env: buildEnvironment(),
    log: join(folder, 'configure.log'),
  });
  writeFileSync(stampFile, stamp);
}

