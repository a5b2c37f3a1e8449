// SPDX-License-Identifier: MIT
// asyncio against lists: its names with CPython 3.13's, docs/asyncio.md with this build, and what no recording of CPython
// 3.13 can show (what later versions have, what Loopscope refuses) with expectations written by hand (by_hand/).
//   node tests/asyncio/check.mjs --binary PATH
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { unifiedDiff } from '../conformance/lib/diff.mjs';
import { repository } from '../conformance/lib/programs.mjs';
import { kDocument, makeTable } from './table.mjs';

const { values } = parseArgs({ options: { binary: { type: 'string', default: join(repository, 'build/native/loopscope') } } });
const binary = resolve(values.binary);
const failures = [];
let passed = 0;

function check(title, complaint) {
  if (complaint) failures.push(`FAIL ${title}\n${complaint}`);
  else passed++;
}

const { text, problems } = makeTable(binary);
check('every public name of CPython 3.13', problems.join('\n'));
// Which program shows a name best may change with any new program; the programs that are named must be there.
const document = readFileSync(kDocument, 'utf8');
const withoutPrograms = (table) => table.replace(/^(\| .* \| .* \|).*\|$/gm, '$1');
check('docs/asyncio.md is what this build gives: npm run docs:asyncio', unifiedDiff(withoutPrograms(document), withoutPrograms(text)));
const links = [...document.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path]) => path);
check('programs that docs/asyncio.md names', links.filter((path) => !existsSync(join(repository, path))).join('\n'));

const byHand = join(repository, 'tests/asyncio/by_hand');
for (const file of readdirSync(byHand).filter((name) => name.endsWith('.py'))) {
  const { stdout, stderr } = spawnSync(binary, ['run', file, '--clock', 'virtual'], { cwd: byHand, encoding: 'utf8' });
  const shown = `${stdout}${stderr}`.replaceAll(`${byHand}/`, '').replace(/\b0x[0-9a-f]+/g, '0x...').replace(/'[^']*\/(asyncio\/\w+\.py)', line \d+/g, "'$1', line N");
  check(`by_hand/${file}`, unifiedDiff(readFileSync(join(byHand, file.replace(/py$/, 'expected')), 'utf8'), shown));
}

for (const failure of failures) console.log(`\n${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
