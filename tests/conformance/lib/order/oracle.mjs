// SPDX-License-Identifier: MIT
// CPython 3.13 as the judge of order: a few servers (order_oracle.py) that run programs under a virtual clock.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findPython } from '../python.mjs';

const server = fileURLToPath(new URL('../order_oracle.py', import.meta.url));

/**
 * @typedef {object} Outcome
 * @property {string} output  both streams, in the order of their writes
 * @property {string} end     the exit code, or 'timeout'
 */

/** @typedef {'virtual' | 'real'} OracleClock  virtual: asyncio's jumps (virtual_clock.py) */

export class Oracle {
  #lanes = [];
  #python;
  #clock;

  /** @param {OracleClock} clock */
  static async open(width, clock = 'virtual') {
    const oracle = new Oracle();
    oracle.#clock = clock;
    oracle.#python = await findPython();
    for (let i = 0; i < width; i++) oracle.#lanes.push(oracle.#start());
    return oracle;
  }

  #start() {
    const { command, env } = this.#python;
    const child = spawn(command, [server, this.#clock], {
      env: { ...env, PYTHONHASHSEED: '0' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lane = { child, waiting: null };
    createInterface({ input: child.stdout }).on('line', (line) => lane.waiting?.resolve(line));
    child.on('close', () => lane.waiting?.reject(new Error('CPython ended')));
    return lane;
  }

  /** Runs the program at `path`, one at a time on each lane. @returns {Promise<Outcome>} */
  async run(path, lane) {
    const output = `${path}.cpython`;
    const { child } = this.#lanes[lane];
    const end = await new Promise((resolve, reject) => {
      this.#lanes[lane].waiting = { resolve, reject };
      child.stdin.write(`${path} ${output}\n`);
    });
    return { output: readFileSync(output, 'utf8'), end };
  }

  /** Fresh processes: objects lie elsewhere from now on, so that an order that hangs on addresses changes. */
  async renew() {
    await this.close();
    this.#lanes = this.#lanes.map(() => this.#start());
  }

  async close() {
    await Promise.all(
      this.#lanes.map(
        ({ child }) =>
          new Promise((resolve) => {
            child.on('close', resolve);
            child.stdin.end();
          }),
      ),
    );
  }
}
