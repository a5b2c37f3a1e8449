// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../web/share/crc32';
import { toBase64Url } from '../../web/share/base64url';
import { deflateRaw } from '../../web/share/deflate';
import { MAX_DECODED, readLink, writeLink, type SharedProgram } from '../../web/share/link';

const program: SharedProgram = { code: 'import asyncio\n\n\nasync def main():\n    print("안녕하세요 👋")\n    await asyncio.sleep(1)\n\n\nasyncio.run(main())\n' };

async function write(shared: SharedProgram): Promise<string> {
  const link = await writeLink(shared);
  if (link === undefined) throw new Error('no link');
  return link;
}

describe('permalinks', () => {
  it.each<SharedProgram>([
    program,
    { code: '' },
    { code: '\n\n=&?#%\u0000\ufeff' },
    { code: 'x = 1', clock: 'virtual', seed: 42 },
    { code: 'x = 1', speed: 0.25 },
    { code: 'x = 1', clock: 'virtual', seed: 3, view: 'loop', panel: 'timers' },
    { code: 'print(1)\r\n'.repeat(2_000) },
  ])('bring back what was put in (%#)', async (shared) => {
    expect(await readLink(await write(shared))).toEqual({ kind: 'code', program: shared });
  });

  it('use only characters that chats leave alone, and end in a letter or digit', async () => {
    for (let length = 0; length < 60; length += 1) {
      expect(await write({ code: '~'.repeat(length) })).toMatch(/^#code\/1\/[\w-]+\/[0-9a-z]{7}$/);
    }
  });

  it('write only options that differ from the defaults', async () => {
    expect(await write({ code: 'x', speed: 1 })).toBe(await write({ code: 'x' }));
  });

  // Links that are out in the world: version 1 is read for ever.
  it.each([
    ['#code/1/4yooyswr0TDUBAA/1xt0n69', { code: 'print(1)' }],
    ['#code/1/S87JT862LcssKilNzFErTk1NsTXnKijKzCvRMIwz1uQCAA/1dlsqtj', { code: 'print(1^3)\n', clock: 'virtual', seed: 7 }],
    ['#code/1/Ky5ITU2xNVIry0wtt03OT0lVK0jMS82xLUkszi7mKijKzCvRMNLkAgA/0pkc3rr', { code: 'print(2)\n', speed: 2, view: 'code', panel: 'tasks' }],
  ])('golden link %#', async (link, shared) => {
    const fresh = await write(shared as SharedProgram);
    expect(await readLink(link), `this build writes ${fresh}`).toEqual({ kind: 'code', program: shared });
  });

  it('are shorter than the program for a program of some size', async () => {
    const code = Array.from({ length: 30 }, (_, index) => `async def worker_${String(index)}():\n    await asyncio.sleep(${String(index)})\n`).join('\n');
    expect((await write({ code })).length).toBeLessThan(code.length / 2);
  });

  it('leave other fragments alone', async () => {
    for (const hash of ['', '#', '#example/x', '#codex', '#code']) expect(await readLink(hash)).toEqual({ kind: 'none' });
  });

  it('say that they were cut', async () => {
    const link = await write(program);
    for (const length of [8, 20, link.length - 9, link.length - 5, link.length - 1]) {
      expect(await readLink(link.slice(0, length))).toMatchObject({ kind: 'problem', problem: 'truncated' });
    }
  });

  it('say that they are from the future', async () => {
    expect(await readLink((await write(program)).replace('#code/1/', '#code/2/'))).toEqual({ kind: 'problem', problem: 'unknown-version' });
  });

  it('are refused when too large, before and after unpacking', async () => {
    expect(await readLink(`#code/1/${'A'.repeat(200_000)}/0000000`)).toEqual({ kind: 'problem', problem: 'too-large' });
    expect(await writeLink({ code: 'x'.repeat(MAX_DECODED + 1) })).toBeUndefined();
    const bomb = new Uint8Array(60 * 1024 * 1024);
    const link = `#code/1/${toBase64Url(await deflateRaw(bomb))}/0000000`;
    expect(link.length).toBeLessThan(96 * 1024);
    expect(await readLink(link)).toEqual({ kind: 'problem', problem: 'too-large' });
  });

  it('give the right program or a clear problem, whatever happens to them', async () => {
    const link = await write(program);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/.=%<>"\'\u0000가';
    let random = 12345;
    const next = (below: number): number => {
      random = (random * 1103515245 + 12345) % 2147483648;
      return random % below;
    };
    for (let round = 0; round < 400; round += 1) {
      let mutated = link;
      for (let change = 0; change <= next(3); change += 1) {
        const at = '#code/'.length + next(mutated.length - '#code/'.length);
        const letter = alphabet[next(alphabet.length)] ?? 'x';
        const kind = next(3);
        mutated = kind === 0 ? mutated.slice(0, at) + letter + mutated.slice(at + 1)
          : kind === 1 ? mutated.slice(0, at) + mutated.slice(at + 1)
            : mutated.slice(0, at) + letter + mutated.slice(at);
      }
      const read = await readLink(mutated);
      if (read.kind === 'code') expect(read.program).toEqual(program);
      else expect(read.kind).toBe('problem');
    }
  });

  it('ignore options that make no sense', async () => {
    const bytes = new TextEncoder().encode('clock=quantum&speed=1e9&seed=-4&view=%3Cb%3E&panel=../x&at=1.5\nx');
    const link = `#code/1/${toBase64Url(await deflateRaw(bytes))}/${crc32(bytes).toString(36).padStart(7, '0')}`;
    expect(await readLink(link)).toEqual({ kind: 'code', program: { code: 'x' } });
  });

  it('agree with the known check value of CRC-32', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
