// SPDX-License-Identifier: MIT
// Finds the programs of the suite and their recorded output. Two kinds of folder hold programs:
// tests/conformance/<area>/ (recordings lie beside the program) and playground-examples/
// (recordings lie in expected/).
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const suite = join(repository, 'tests/conformance');
const examples = join(repository, 'playground-examples');

/**
 * @typedef {object} Program
 * @property {string} name    path from the repository's root, used by filters and reports
 * @property {string} folder  absolute; programs run with this as their current directory
 * @property {string} file    the program's file name inside its folder
 * @property {string} record  absolute path of its recordings without the extension
 */

/** @returns {Program} */
function program(path, recordFolder = dirname(path)) {
  const file = basename(path);
  return {
    name: relative(repository, path),
    folder: dirname(path),
    file,
    record: join(recordFolder, file.replace(/\.py$/, '')),
  };
}

function pythonFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/**
 * All programs whose name contains any of `filters` (all programs if there are none).
 * @param {string[]} filters
 */
export function findPrograms(filters = []) {
  const all = [
    ...pythonFiles(suite)
      .filter((path) => dirname(path) !== join(suite, 'lib'))
      .map((path) => program(path)),
    ...pythonFiles(examples).map((path) => program(path, join(examples, 'expected'))),
  ];
  if (filters.length === 0) return all;
  return all.filter(({ name }) => filters.some((filter) => name.includes(filter)));
}

/** What CPython printed, or null if this program was never recorded. */
export function readRecording({ record }) {
  if (!existsSync(`${record}.out`)) return null;
  const read = (extension) =>
    existsSync(record + extension) ? readFileSync(record + extension, 'utf8') : '';
  return { stdout: read('.out'), stderr: read('.err'), code: Number(read('.code') || 0) };
}
