// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { explainFailure, type FetchFailure, type NetworkView } from '../../web/worker/fetch_failure';
import { Fetches, type FetchClient, type FetchCommand } from '../../web/worker/fetches';
import { parseFetchCommands } from '../../web/worker/runtime';

const settle = async (): Promise<void> => { for (let turn = 0; turn < 50; turn += 1) await Promise.resolve(); };

/** A program's end that notes what comes. */
class Client implements FetchClient {
  readonly came: string[] = [];
  commands: FetchCommand[] = [];
  room = true;
  failure: FetchFailure | undefined;

  fetchCommands(): readonly FetchCommand[] { return this.commands.splice(0); }
  fetchHead(_: number, status: number, url: string, reason: string, headers: Iterable<readonly [string, string]>): void {
    this.came.push(`${String(status)} ${reason} ${url} ${JSON.stringify([...headers])}`);
  }
  fetchData(_: number, bytes: Uint8Array): boolean {
    this.came.push(new TextDecoder().decode(bytes));
    return this.room;
  }
  fetchEnd(_: number, failure?: FetchFailure): void {
    this.failure = failure;
    this.came.push(failure ? failure.kind : 'end');
  }
}

/** A body that comes piece by piece, by hand. */
function byHand(): { readonly body: ReadableStream<Uint8Array>; send(text: string): void; end(): void; fail(): void; readonly cancelled: () => boolean } {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({ start(given) { controller = given; }, cancel() { cancelled = true; } });
  return {
    body,
    send: (text) => { controller?.enqueue(new TextEncoder().encode(text)); },
    end: () => { controller?.close(); },
    fail: () => { controller?.error(new TypeError('network error')); },
    cancelled: () => cancelled,
  };
}

const get = (url: string, headers: readonly (readonly [string, string])[] = []): FetchCommand => ({ kind: 'open', id: 1, method: 'GET', url, headers });

function networkOf(answer: (url: string, init: RequestInit) => Promise<Response>, view: Partial<NetworkView> = {}): NetworkView {
  return { fetch: answer, online: true, origin: 'https://page.example', ...view };
}

describe('fetches of a program', () => {
  it('bring head, pieces and end, and tell after each', async () => {
    const client = new Client();
    const stream = byHand();
    let told = 0;
    const fetches = new Fetches(client, networkOf(() => Promise.resolve(new Response(stream.body, { status: 201, statusText: 'Created', headers: { 'x-a': 'b' } }))), () => { told += 1; });
    client.commands = [get('https://server.example/')];
    fetches.carryOut();
    await settle();
    expect(client.came).toEqual(['201 Created  [["x-a","b"]]']);
    stream.send('one');
    await settle();
    stream.send('two');
    stream.end();
    await settle();
    expect(client.came.slice(1)).toEqual(['one', 'two', 'end']);
    expect(told).toBe(4);
  });

  it('do not send the headers that browsers set themselves, nor a body with GET', async () => {
    const client = new Client();
    let sent: RequestInit | undefined;
    const fetches = new Fetches(client, networkOf((_, init) => {
      sent = init;
      return Promise.resolve(new Response(null));
    }), () => undefined);
    client.commands = [{ ...get('https://server.example/', [['User-Agent', 'aiohttp'], ['Host', 'server.example'], ['X-Mine', '1']]), body: new Uint8Array([1]) } as FetchCommand];
    fetches.carryOut();
    await settle();
    expect(sent?.headers).toEqual([['X-Mine', '1']]);
    expect(sent?.body).toBeUndefined();
    expect(sent?.credentials).toBe('omit');
  });

  it('say nothing of a compression that the browser has undone', async () => {
    const client = new Client();
    const headers = { 'content-encoding': 'gzip', 'content-length': '10', 'x-a': 'b' };
    const fetches = new Fetches(client, networkOf(() => Promise.resolve(new Response(null, { headers }))), () => undefined);
    client.commands = [get('https://server.example/')];
    fetches.carryOut();
    await settle();
    expect(client.came[0]).toBe('200   [["x-a","b"]]');
  });

  it('are aborted when nobody wants them, and are silent then', async () => {
    const client = new Client();
    const stream = byHand();
    let signal: AbortSignal | null | undefined;
    const fetches = new Fetches(client, networkOf((_, init) => {
      signal = init.signal;
      return Promise.resolve(new Response(stream.body));
    }), () => undefined);
    client.commands = [get('https://server.example/')];
    fetches.carryOut();
    await settle();
    client.commands = [{ kind: 'abort', id: 1 }];
    fetches.carryOut();
    expect(signal?.aborted).toBe(true);
    stream.send('late');
    stream.end();
    await settle();
    expect(client.came).toHaveLength(1);
  });

  it('read no further while the program has no room', async () => {
    const client = new Client();
    const stream = byHand();
    const fetches = new Fetches(client, networkOf(() => Promise.resolve(new Response(stream.body))), () => undefined);
    client.commands = [get('https://server.example/')];
    client.room = false;
    fetches.carryOut();
    await settle();
    stream.send('one');
    await settle();
    stream.send('two');
    await settle();
    expect(client.came.slice(1)).toEqual(['one']);
    client.commands = [{ kind: 'more', id: 1 }];
    fetches.carryOut();
    await settle();
    expect(client.came.slice(1)).toEqual(['one', 'two']);
  });

  it('that break half way say so', async () => {
    const client = new Client();
    const stream = byHand();
    const fetches = new Fetches(client, networkOf(() => Promise.resolve(new Response(stream.body))), () => undefined);
    client.commands = [get('https://server.example/')];
    fetches.carryOut();
    await settle();
    stream.fail();
    await settle();
    expect(client.failure).toEqual({ kind: 'reset', message: 'the connection to server.example broke: network error' });
  });
});

describe('a request that failed', () => {
  const refuse = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
  const explain = (url: string, network: NetworkView): Promise<FetchFailure> => explainFailure(url, new TypeError('Failed to fetch'), false, network);

  it('is told apart: CORS', async () => {
    const asked: [string, RequestInit][] = [];
    const network = networkOf((url, init) => {
      asked.push([url, init]);
      return Promise.resolve(new Response(null));
    });
    expect(await explain('https://server.example/pay?amount=1', network)).toEqual({
      kind: 'cors', message: 'server.example answers, but does not allow pages from https://page.example to read it (CORS)',
    });
    // The probe must not do again what the request may have done.
    expect(asked).toHaveLength(1);
    expect(asked[0]?.[0]).toBe('https://server.example');
    expect(asked[0]?.[1]).toMatchObject({ method: 'HEAD', mode: 'no-cors' });
  });

  it('is told apart: no network, http below https, nobody there', async () => {
    expect((await explain('https://server.example/', networkOf(refuse, { online: false }))).kind).toBe('offline');
    expect((await explain('http://server.example/', networkOf(refuse))).kind).toBe('mixed');
    expect((await explain('https://server.example/', networkOf(refuse))).kind).toBe('unreachable');
    expect((await explain('http://localhost:8000/', networkOf(refuse))).kind).toBe('refused');
    expect((await explain('http:// /', networkOf(refuse))).kind).toBe('unsupported');
  });
});

describe('records of the runtime', () => {
  it('are read as commands', () => {
    const encoder = new TextEncoder();
    const record = (kind: number, id: number, text: string): number[] => {
      const bytes = encoder.encode(text);
      const header = new Uint8Array(Uint32Array.from([kind, id, bytes.byteLength, 0]).buffer);
      return [...header, ...bytes, ...new Uint8Array((8 - (bytes.byteLength % 8)) % 8)];
    };
    const open = '{"method":"POST","url":"https://a.example/","headers":[["X-A","1"]]}';
    const commands = parseFetchCommands(Uint8Array.from([...record(0, 3, 'body'), ...record(1, 3, open), ...record(1, 4, open), ...record(2, 3, ''), ...record(3, 4, '')]));
    expect(commands).toEqual([
      { kind: 'open', id: 3, method: 'POST', url: 'https://a.example/', headers: [['X-A', '1']], body: encoder.encode('body') },
      { kind: 'open', id: 4, method: 'POST', url: 'https://a.example/', headers: [['X-A', '1']] },
      { kind: 'abort', id: 3 },
      { kind: 'more', id: 4 },
    ]);
  });
});
