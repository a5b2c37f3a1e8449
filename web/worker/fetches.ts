// SPDX-License-Identifier: MIT
import { explainFailure, type FetchFailure, type NetworkView } from './fetch_failure';

/** What the program asks of the network; made by runtime/host/browser/fetch_transport. */
export type FetchCommand =
  | { readonly kind: 'open'; readonly id: number; readonly method: string; readonly url: string;
      readonly headers: readonly (readonly [name: string, value: string])[]; readonly body?: Uint8Array<ArrayBuffer> }
  /** Nobody wants it any more. */
  | { readonly kind: 'abort'; readonly id: number }
  /** There is room for more of its body. */
  | { readonly kind: 'more'; readonly id: number };

/** The program's end of its fetches. */
export interface FetchClient {
  /** What it has asked for since the last call. */
  fetchCommands(): readonly FetchCommand[];
  fetchHead(id: number, status: number, url: string, reason: string, headers: Iterable<readonly [string, string]>): void;
  /** False: enough, until `more`. */
  fetchData(id: number, bytes: Uint8Array): boolean;
  /** Without a failure the response is whole. */
  fetchEnd(id: number, failure?: FetchFailure): void;
}

/** Browsers set these themselves, and other sites need not allow what is not sent. */
const OURS = new Set(['accept-encoding', 'connection', 'content-length', 'host', 'user-agent', 'transfer-encoding']);

/**
 * Carries out a program's requests with `fetch`: streams what comes, aborts what nobody wants any more. While the
 * program is paused, what comes is held back; the network then slows down by itself.
 */
export class Fetches {
  private readonly open = new Map<number, Fetching>();
  private readonly waiting: (() => void)[] = [];
  private held = false;
  private closed = false;

  /** `news` is called after each thing that came: the program may go on. */
  constructor(
    private readonly client: FetchClient,
    private readonly network: NetworkView,
    private readonly news: () => void,
  ) {}

  /** Does what the program has asked for; to be called after each slice. */
  carryOut(): void {
    for (const command of this.client.fetchCommands()) {
      switch (command.kind) {
        case 'open':
          this.start(command);
          break;
        case 'abort':
          this.open.get(command.id)?.abort();
          this.open.delete(command.id);
          break;
        case 'more':
          this.open.get(command.id)?.roomAgain();
          break;
      }
    }
  }

  /** Holds back what comes, or lets it through. */
  hold(held: boolean): void {
    this.held = held;
    while (!this.held && this.waiting.length > 0) this.waiting.shift()?.();
  }

  /** The program is over. */
  close(): void {
    this.closed = true;
    for (const fetching of this.open.values()) fetching.abort();
    this.open.clear();
    this.waiting.length = 0;
  }

  private start(command: Extract<FetchCommand, { kind: 'open' }>): void {
    const fetching = new Fetching();
    this.open.set(command.id, fetching);
    void this.carry(command, fetching).then(
      () => { this.deliver(fetching, () => { this.finish(command.id); }); },
      async (error: unknown) => {
        if (fetching.signal.aborted) return;
        const failure = await explainFailure(command.url, error, fetching.begun, this.network);
        await this.deliver(fetching, () => { this.finish(command.id, failure); });
      },
    );
  }

  private finish(id: number, failure?: FetchFailure): void {
    this.open.delete(id);
    this.client.fetchEnd(id, failure);
  }

  private async carry(command: Extract<FetchCommand, { kind: 'open' }>, fetching: Fetching): Promise<void> {
    const response = await this.network.fetch(command.url, {
      method: command.method,
      headers: command.headers.filter(([name]) => !OURS.has(name.toLowerCase())).map(([name, value]): [string, string] => [name, value]),
      ...(command.body && command.method !== 'GET' && command.method !== 'HEAD' && { body: command.body }),
      signal: fetching.signal,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    fetching.begun = true;
    await this.deliver(fetching, () => {
      this.client.fetchHead(command.id, response.status, response.url, response.statusText, asItComes(response.headers));
    });
    const reader = response.body?.getReader();
    if (!reader) return;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      await this.deliver(fetching, () => { if (!this.client.fetchData(command.id, value)) fetching.full(); });
      await fetching.room;
    }
  }

  /** Brings one thing to the program, once it is not held back; nothing if nobody wants it any more. */
  private async deliver(fetching: Fetching, bring: () => void): Promise<void> {
    if (this.held) await new Promise<void>((resolve) => { this.waiting.push(resolve); });
    if (this.closed || fetching.signal.aborted) return;
    bring();
    this.news();
  }
}

/** The browser has decompressed the body: what is said of its other form would mislead. */
function asItComes(headers: Headers): readonly (readonly [string, string])[] {
  const all = [...headers.entries()];
  return headers.has('content-encoding') ? all.filter(([name]) => name !== 'content-encoding' && name !== 'content-length') : all;
}

/** One request under way. */
class Fetching {
  private readonly controller = new AbortController();
  private release: (() => void) | undefined;
  readonly signal = this.controller.signal;
  /** Its response has begun. */
  begun = false;
  /** Settles when the program has room for more. */
  room: Promise<void> = Promise.resolve();

  abort(): void {
    this.controller.abort();
    this.roomAgain();
  }

  full(): void {
    this.room = new Promise((resolve) => { this.release = resolve; });
  }

  roomAgain(): void {
    this.release?.();
    this.release = undefined;
  }
}
