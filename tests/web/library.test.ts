// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it } from 'vitest';
import { closure, Library, type Manifest, type Transport } from '../../web/worker/library';

const MANIFEST: Manifest = {
  queue: { file: 'library/queue-1.module', imports: ['heapq', 'threading', 'missing'] },
  threading: { file: 'library/threading-2.module', imports: ['collections.abc'] },
  collections: { file: 'library/collections-3.module', imports: [] },
  'collections.abc': { file: 'library/collections.abc-4.module', imports: ['threading'] },
};

/** Counts requests; each can be made to fail. */
class FakeTransport implements Transport {
  asked: string[] = [];
  failing = new Set<string>();

  private answer(url: string): ArrayBuffer {
    const path = new URL(url).pathname;
    this.asked.push(path);
    if (this.failing.has(path)) throw new Error('HTTP 503');
    const text = path.endsWith('.json') ? JSON.stringify(MANIFEST) : path;
    return new TextEncoder().encode(text).buffer;
  }

  fetch(url: string): Promise<ArrayBuffer> {
    return new Promise((resolve) => { resolve(this.answer(url)); });
  }

  now(url: string): ArrayBuffer {
    return this.answer(url);
  }
}

const turn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

describe('the library', () => {
  let transport: FakeTransport;
  let library: Library;

  beforeEach(() => {
    transport = new FakeTransport();
    library = new Library('https://host/sub/assets/library.json', transport);
  });

  it('finds everything that an import leads to, cycles and parents included', () => {
    expect([...closure(MANIFEST, ['queue', 'nowhere'])].sort()).toEqual(['collections', 'collections.abc', 'queue', 'threading']);
  });

  it('asks for nothing when the program imports nothing from it', async () => {
    library.prefetch({ modules: [] });
    await turn();
    expect(transport.asked).toEqual([]);
  });

  it('fetches a closure at once, and each asset once', async () => {
    library.prefetch({ modules: ['queue'] });
    await turn();
    expect([...transport.asked].sort()).toEqual([
      '/sub/assets/library.json', '/sub/assets/library/collections-3.module', '/sub/assets/library/collections.abc-4.module',
      '/sub/assets/library/queue-1.module', '/sub/assets/library/threading-2.module',
    ]);
    const answer = await library.get('queue');
    expect(answer.kind === 'asset' && new TextDecoder().decode(answer.bytes)).toBe('/sub/assets/library/queue-1.module');
    expect(transport.asked).toHaveLength(5);
    expect(library.getNow('threading').kind).toBe('asset');
    expect(transport.asked).toHaveLength(5);
  });

  it('fetches modules that share a file with one request, and cuts them apart', async () => {
    const bundle: Manifest = {
      first: { file: 'library/both-1.module', at: [0, 4], imports: ['second'] },
      second: { file: 'library/both-1.module', at: [4, 9], imports: [] },
    };
    const asked: string[] = [];
    const answer = (url: string): ArrayBuffer => {
      asked.push(new URL(url).pathname);
      return new TextEncoder().encode(url.endsWith('.json') ? JSON.stringify(bundle) : 'headrests').buffer;
    };
    const shared = new Library('https://host/library.json', { fetch: (url) => Promise.resolve(answer(url)), now: answer });
    const first = await shared.get('first');
    expect(first.kind === 'asset' && new TextDecoder().decode(first.bytes)).toBe('head');
    const second = shared.getNow('second');
    expect(second.kind === 'asset' && new TextDecoder().decode(second.bytes)).toBe('rests');
    expect(asked).toEqual(['/library.json', '/library/both-1.module']);
    const blocking = new Library('https://host/library.json', { fetch: (url) => Promise.resolve(answer(url)), now: answer });
    expect(blocking.getNow('second').kind === 'asset' && blocking.getNow('first').kind === 'asset').toBe(true);
    expect(asked).toHaveLength(4);
  });

  it('says that there is no such module', async () => {
    expect(await library.get('numpy')).toEqual({ kind: 'absent' });
    expect(library.getNow('numpy')).toEqual({ kind: 'absent' });
  });

  it('names the module and what to do when the network fails, and tries again the next time', async () => {
    transport.failing.add('/sub/assets/library/threading-2.module');
    const answer = await library.get('threading');
    expect(answer).toMatchObject({ kind: 'failed' });
    expect(answer.kind === 'failed' && answer.message).toMatch(/module 'threading' could not be fetched \(HTTP 503\)\. Check the connection/);
    transport.failing.clear();
    expect((await library.get('threading')).kind).toBe('asset');
  });

  it('survives a manifest that did not come the first time', async () => {
    transport.failing.add('/sub/assets/library.json');
    expect((await library.get('queue')).kind).toBe('failed');
    expect(library.getNow('queue').kind).toBe('failed');
    transport.failing.clear();
    expect((await library.get('queue')).kind).toBe('asset');
  });
});
