// SPDX-License-Identifier: MIT
import { EMBED_PROTOCOL, isEnvelope } from './protocol';
import type { EmbedTheme, FromEmbedOf, FromEmbedType, LoopscopeClient, LoopscopeGreeting, ToEmbed } from './public';

/**
 * The page's end of one frame.
 *
 * @example
 * const embed = Loopscope.connect(document.querySelector('iframe'), { subscribe: ['output'] });
 * embed.on('output', ({ text }) => console.log(text));
 * await embed.live;
 * embed.run();
 */
export class EmbedClient implements LoopscopeClient {
  /** The program is shown and can be run. */
  readonly live: Promise<void>;
  private readonly listeners = new Map<string, Set<(message: never) => void>>();
  private readonly expected: string;
  /** The frame's origin, known from its first word: a sandboxed one has none, which reads `null`. */
  private origin: string | undefined;
  private asked = 0;
  /** Said before the frame answered. */
  private waiting: ToEmbed[] = [];

  constructor(private readonly frame: HTMLIFrameElement, private readonly first: LoopscopeGreeting = {}) {
    this.expected = new URL(frame.src, document.baseURI).origin;
    window.addEventListener('message', this.receive);
    this.live = new Promise((resolve) => { this.on('live', () => { resolve(); }); });
    // Whoever comes late asks a frame that is already there; to one that is not, this goes unheard.
    frame.contentWindow?.postMessage({ loopscope: EMBED_PROTOCOL, type: 'ping' }, '*');
  }

  on<T extends FromEmbedType>(type: T, listener: (message: FromEmbedOf<T>) => void): () => void {
    const listeners = this.listeners.get(type) ?? new Set();
    this.listeners.set(type, listeners.add(listener));
    return () => { listeners.delete(listener); };
  }

  run(): void { this.post({ type: 'run' }); }
  stop(): void { this.post({ type: 'stop' }); }
  setCode(code: string): void { this.post({ type: 'setCode', code }); }
  setTheme(theme: EmbedTheme): void { this.post({ type: 'theme', theme }); }
  focus(on: 'run' | 'editor'): void { this.post({ type: 'focus', on }); }

  /** The program as the reader has it. */
  getCode(): Promise<string> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve) => {
      const done = this.on('code', (message) => {
        if (message.id !== id) return;
        done();
        resolve(message.code);
      });
      this.post({ type: 'getCode', id });
    });
  }

  dispose(): void {
    window.removeEventListener('message', this.receive);
    this.listeners.clear();
    this.waiting = [];
  }

  private post(message: ToEmbed): void {
    if (this.origin === undefined) {
      this.waiting.push(message);
      return;
    }
    // An origin without a name cannot be posted to; that it is this frame's window is all that can be said.
    this.frame.contentWindow?.postMessage({ loopscope: EMBED_PROTOCOL, ...message }, this.origin === 'null' ? '*' : this.origin);
  }

  private readonly receive = (event: MessageEvent): void => {
    if (event.source !== this.frame.contentWindow || (event.origin !== this.expected && event.origin !== 'null')) return;
    if (!isEnvelope(event.data)) return;
    this.origin = event.origin;
    if (event.data.type === 'ready') {
      this.post({ type: 'hello', ...this.first });
      for (const message of this.waiting.splice(0)) this.post(message);
    }
    for (const listener of this.listeners.get(event.data.type) ?? []) listener(event.data as never);
  };
}
