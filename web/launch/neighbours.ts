// SPDX-License-Identifier: MIT
// The sandboxed frames of one page fetch the runtime once. The browser does not see to it: each is an origin of its own, with
// a cache of its own, and no compiled module may pass between them. Bytes may. So the first frame that fetches gives them to
// the others that ask. Whoever is asked may be anybody's: bytes are taken only if they are those that the build made.
import { askMessage, readShare, type ShareMessage } from './share_messages';

/** How long after asking a frame waits to hear of somebody before it fetches for itself: not all siblings are of our kind. */
const HEAR_MS = 80;
/** Those whom the page introduces answer. */
const MEET_MS = 2_000;
/** A neighbour that has begun to fetch may be on a slow line, but not stuck. */
const GIVE_MS = 4_000;

type Post = (message: ShareMessage) => void;
type Bytes = Uint8Array<ArrayBuffer>;

/** The other frames in our page's own tree, whoever they belong to. Those in shadow roots come by `introduce`. */
function siblings(): Window[] {
  if (window.parent === window) return [];
  return Array.from({ length: window.parent.length }, (_, index) => window.parent[index]).filter((frame): frame is Window => frame !== undefined && frame !== window);
}

/** One asset that the frames of a page give each other. */
export class SharedAsset {
  /** Who has it, or will have it. */
  private readonly holders = new Map<MessageEventSource, Post>();
  private readonly ports: MessagePort[] = [];
  private own: Promise<Bytes> | undefined;
  private heard: (() => void) | undefined;
  private given: ((data: unknown) => void) | undefined;
  private readonly asked = performance.now();
  /** Introduced ones that have not said yet whether they have it. */
  private unheard: number;

  /**
   * @param digest base64 SHA-256 of the right bytes
   * @param expected how many others the page will introduce
   */
  constructor(private readonly asset: string, private readonly digest: string, expected: number) {
    this.unheard = expected;
    window.addEventListener('message', (event) => {
      const message = readShare(event.data);
      const { source } = event;
      if (!message || !source) return;
      if (message.type === 'introduce') {
        if (source === window.parent) for (const port of event.ports) this.meet(port);
      } else {
        this.receive(message, source, (answer) => { source.postMessage(answer, { targetOrigin: '*' }); });
      }
    });
    this.tell('who');
  }

  /** The bytes: a neighbour's, else what `fetchOwn` brings. A failed try is not remembered. */
  get(fetchOwn: () => Promise<Bytes>): Promise<Bytes> {
    this.own ??= this.find(fetchOwn).catch((error: unknown) => {
      this.own = undefined;
      throw error;
    });
    return this.own;
  }

  private async find(fetchOwn: () => Promise<Bytes>): Promise<Bytes> {
    const left = this.asked + (this.unheard > 0 ? MEET_MS : siblings().length > 0 ? HEAR_MS : 0) - performance.now();
    if (this.holders.size === 0 && left > 0) {
      await new Promise<void>((resolve) => {
        this.heard = resolve;
        setTimeout(resolve, left);
      });
    }
    for (const [holder, post] of this.holders) {
      const bytes = (holder as { closed?: boolean }).closed === true ? undefined : await this.ask(post);
      if (bytes && await this.isRight(bytes)) {
        this.tell('have');
        return bytes;
      }
      this.holders.delete(holder);
    }
    // Said before it is here: those who ask meanwhile wait for it.
    this.tell('have');
    return fetchOwn();
  }

  private async ask(post: Post): Promise<Bytes | undefined> {
    const data = await new Promise<unknown>((resolve) => {
      const timer = setTimeout(resolve, GIVE_MS, undefined);
      this.given = (value) => {
        clearTimeout(timer);
        resolve(value);
      };
      post(askMessage('want', this.asset));
    });
    this.given = undefined;
    return data instanceof Uint8Array && data.buffer instanceof ArrayBuffer ? data as Bytes : undefined;
  }

  private async isRight(bytes: Bytes): Promise<boolean> {
    // Only where there is a secure context; elsewhere each frame fetches for itself.
    if (!('subtle' in crypto)) return false;
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return btoa(String.fromCharCode(...hash)) === this.digest;
  }

  private tell(type: 'who' | 'have'): void {
    const message = askMessage(type, this.asset);
    for (const frame of siblings()) frame.postMessage(message, '*');
    for (const port of this.ports) port.postMessage(message);
  }

  private meet(port: MessagePort): void {
    this.ports.push(port);
    const post: Post = (message) => { port.postMessage(message); };
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = readShare(data);
      if (message) this.receive(message, port, post);
    };
    post(askMessage('who', this.asset));
  }

  private receive(message: ShareMessage, from: MessageEventSource, post: Post): void {
    if (message.asset !== this.asset || from === window) return;
    switch (message.type) {
      case 'who':
        post(askMessage(this.own ? 'have' : 'lack', this.asset));
        return;
      case 'have':
        this.holders.set(from, post);
        this.heard?.();
        return;
      case 'lack':
        this.unheard -= 1;
        if (this.unheard === 0) this.heard?.();
        return;
      case 'want': {
        const give = (bytes: Bytes | null): void => { post({ ...askMessage('give', this.asset), bytes }); };
        if (this.own) this.own.then(give, () => { give(null); });
        else give(null);
        return;
      }
      case 'give':
        this.given?.(message.bytes);
        return;
      case 'introduce':
    }
  }
}
