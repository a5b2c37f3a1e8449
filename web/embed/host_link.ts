// SPDX-License-Identifier: MIT
import { EMBED_PROTOCOL, readToEmbed, type EmbedTopic, type FromEmbed, type ToEmbed } from './protocol';

/**
 * The frame's end of the talk with its page. Until the page has said hello, nothing but `ready` is sent; then only to
 * the origin that said it, which must be among the allowed ones if the frame's author named some.
 */
export class HostLink {
  /** Undefined before hello. */
  private origin: string | undefined;
  private topics: readonly EmbedTopic[] = [];
  private height = 0;

  constructor(private readonly allowed: readonly string[], private readonly version: string, private readonly onMessage: (message: ToEmbed) => void) {
    if (window.parent === window) return;
    window.addEventListener('message', this.receive);
    this.sayReady();
  }

  wants(topic: EmbedTopic): boolean {
    return this.origin !== undefined && this.topics.includes(topic);
  }

  post(message: FromEmbed, transfer: Transferable[] = []): void {
    if (this.origin === undefined) return;
    // A page with an opaque origin has no name to post to; it is still only our parent that hears it.
    window.parent.postMessage({ loopscope: EMBED_PROTOCOL, ...message }, this.origin === 'null' ? '*' : this.origin, transfer);
  }

  tellHeight(height: number): void {
    if (height === this.height) return;
    this.height = height;
    this.post({ type: 'height', height });
  }

  private sayReady(): void {
    const ready: FromEmbed = { type: 'ready', version: this.version };
    window.parent.postMessage({ loopscope: EMBED_PROTOCOL, ...ready }, '*');
  }

  private readonly receive = (event: MessageEvent): void => {
    if (event.source !== window.parent) return;
    if (this.allowed.length > 0 && !this.allowed.includes(event.origin)) return;
    const message = readToEmbed(event.data);
    if (!message) return;
    if (message.type === 'ping') {
      this.sayReady();
      return;
    }
    if (message.type === 'hello') {
      this.origin = event.origin;
      this.topics = message.subscribe ?? [];
      if (this.height > 0) this.post({ type: 'height', height: this.height });
    }
    if (event.origin === this.origin) this.onMessage(message);
  };
}
