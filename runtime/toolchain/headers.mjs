// SPDX-License-Identifier: MIT
/** Header-only libraries in a folder of their own, which both compilers may see: boost/ and catch2/ (2.13). */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as apt from './apt.mjs';
import { cache, headersFolder } from './paths.mjs';
import { ask } from './programs.mjs';
import { SetupError } from './progress.mjs';

const libraries = {
  boost: { probe: 'multiprecision/cpp_int.hpp', fetch: fetchBoost, brew: 'boost' },
  catch2: { probe: 'catch.hpp', fetch: fetchCatch2, brew: null },
};

/** The last Debian release whose catch2 is the single header; later ones have version 3, a library. */
const catch2Suite = 'bookworm';

/** Folders in which a user's own installation may have them. */
const usual = ['/opt/homebrew/include', '/usr/local/include', '/usr/include'];

export function missingHeaders(names) {
  return names.filter((name) => !existsSync(join(headersFolder, name, libraries[name].probe)));
}

export async function ensureHeaders(names) {
  mkdirSync(headersFolder, { recursive: true });
  for (const name of missingHeaders(names)) {
    const folder = usual.map((include) => join(include, name)).find((path) => existsSync(join(path, libraries[name].probe)));
    if (folder) copy(folder, name);
    else if (apt.hasApt()) await unpack(name);
    else throw new SetupError(advice(name));
  }
}

async function fetchBoost(folder) {
  await apt.offers('libboost-dev');
  // libboost-dev itself is empty.
  const depends = ask('apt-cache', ['depends', 'libboost-dev']) ?? '';
  await apt.unpack([/Depends: (libboost[\d.]+-dev)/.exec(depends)?.[1] ?? 'libboost1.74-dev'], folder);
}

async function fetchCatch2(folder) {
  await apt.offers('catch2');
  if (/Candidate: 2\./.test(ask('apt-cache', ['policy', 'catch2']) ?? '')) return apt.unpack(['catch2'], folder);
  const source = await apt.debianSource(catch2Suite);
  if (source) await apt.unpackFrom(source, ['catch2'], folder);
}

async function unpack(name) {
  const temporary = mkdtempSync(join(cache, 'unpack-'));
  try {
    await libraries[name].fetch(temporary);
    const folder = join(temporary, 'usr/include', name);
    if (!existsSync(join(folder, libraries[name].probe))) throw new SetupError(advice(name));
    copy(folder, name);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** In two moves, so that a broken copy is never taken for a good one. */
function copy(folder, name) {
  const partial = join(headersFolder, `.${name}.partial`);
  rmSync(partial, { recursive: true, force: true });
  cpSync(folder, partial, { recursive: true, dereference: true });
  rmSync(join(headersFolder, name), { recursive: true, force: true });
  renameSync(partial, join(headersFolder, name));
}

function advice(name) {
  const { brew, probe } = libraries[name];
  return [
    `The headers of ${name} are missing.`,
    brew && process.platform === 'darwin'
      ? `Run: brew install ${brew}`
      : `Put them where this file is found: ${join(headersFolder, name, probe)}${name === 'catch2' ? ' (the single header of Catch2 2.13)' : ''}`,
  ].join('\n');
}
