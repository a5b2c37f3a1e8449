// SPDX-License-Identifier: MIT
// Random programs of threads, queues and executors, ours against CPython 3.13 with its real threads: the same prints?
//   npm run fuzz:threads -- [OPTIONS]        (lib/fuzz.mjs)
// The programs print the same however their threads are switched (lib/threads/writer.mjs).
import { fuzzCommand } from './lib/fuzz.mjs';
import { threadProgram } from './lib/threads/program.mjs';

await fuzzCommand({ name: 'threads', program: threadProgram, clock: 'real' });
