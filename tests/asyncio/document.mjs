// SPDX-License-Identifier: MIT
// Writes docs/asyncio.md: npm run docs:asyncio [-- --binary PATH]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../conformance/lib/programs.mjs';
import { kDocument, makeTable } from './table.mjs';

const { values } = parseArgs({ options: { binary: { type: 'string', default: join(repository, 'build/native/loopscope') } } });
const { text, problems, unshown } = makeTable(resolve(values.binary));
mkdirSync(dirname(kDocument), { recursive: true });
writeFileSync(kDocument, text);
for (const problem of problems) console.error(problem);
if (unshown.length) console.log(`${unshown.length} names that no program shows: ${unshown.join(', ')}`);
