// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it } from 'vitest';
import type { Transport } from '../../web/worker/library';
import { RareFunctions, RarePart, RarePartUnreachable } from '../../web/worker/rare_part';

const bytes = (base64: string): ArrayBuffer => new Uint8Array(Buffer.from(base64, 'base64')).buffer;

/** Exports `call`, which calls table entry 0: `(import "rare" "0" (func (result i32)))`. */
const MAIN = bytes('AGFzbQEAAAABBQFgAAF/AgoBBHJhcmUBMAAAAwIBAAQFAXABAQEHDAIBdAEABGNhbGwAAQkHAQBBAAsBAAoJAQcAQQARAAAL');
/** Puts a function that returns 42 there. */
const RARE = bytes('AGFzbQEAAAABBQFgAAF/Ag0BBG1haW4BdAFwAQEBAwIBAAkHAQBBAAsBAAoGAQQAQSoL');

class FakeTransport implements Transport {
  fetched = 0;
  fetchedNow = 0;
  failures = 0;

  private answer(): ArrayBuffer {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('HTTP 503');
    }
    return RARE;
  }

  fetch(): Promise<ArrayBuffer> {
    this.fetched += 1;
    return new Promise((resolve) => { resolve(this.answer()); });
  }

  now(): ArrayBuffer {
    this.fetchedNow += 1;
    return this.answer();
  }
}

function instantiate(part: RarePart): () => number {
  const rare = new RareFunctions(part);
  const main = new WebAssembly.Instance(new WebAssembly.Module(MAIN), { rare: rare.imports });
  rare.connect(main);
  return main.exports['call'] as () => number;
}

describe('the rare part', () => {
  let transport: FakeTransport;
  let part: RarePart;

  beforeEach(() => {
    transport = new FakeTransport();
    part = new RarePart('https://host/rare.wasm', ['asyncio', 'collections'], transport);
  });

  it('is not fetched for what plain programs import', async () => {
    part.prefetch({ modules: ['collections.abc', 'asyncio.sleep'], native: ['asyncio'] });
    await part.readyFor('re');
    expect(transport.fetched).toBe(0);
  });

  it('is fetched once for what they do not import, and an import waits for it', async () => {
    part.prefetch({ modules: ['re'], native: ['asyncio'] });
    part.prefetch({ modules: [], native: ['_struct'] });
    await part.readyFor('re');
    expect(instantiate(part)()).toBe(42);
    part.prefetch({ modules: ['re'], native: [] });
    expect([transport.fetched, transport.fetchedNow]).toEqual([1, 0]);
  });

  it('comes at the first call when nobody foresaw it, and is shared by all programs', () => {
    expect(instantiate(part)()).toBe(42);
    const call = instantiate(part);
    expect([call(), call()]).toEqual([42, 42]);
    expect(transport.fetchedNow).toBe(1);
  });

  it('is tried again after a failure, at the latest by the call', async () => {
    transport.failures = 2;
    part.prefetch({ modules: ['re'], native: [] });
    await part.readyFor('re');
    expect(instantiate(part)()).toBe(42);
    expect([transport.fetched, transport.fetchedNow]).toEqual([1, 2]);
  });

  it('says why it could not be fetched', () => {
    transport.failures = 2;
    const call = instantiate(part);
    expect(call).toThrow(RarePartUnreachable);
    transport.failures = 2;
    expect(call).toThrow('a part of the runtime could not be fetched (HTTP 503)');
    expect(call()).toBe(42);
  });
});
