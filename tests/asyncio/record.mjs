// SPDX-License-Identifier: MIT
// Records asyncio's public names of CPython 3.13: node tests/asyncio/record.mjs
import { recordNames } from './list.mjs';

console.log(`${await recordNames()} names recorded`);
