// SPDX-License-Identifier: MIT
// Published beside embed.js as embed.d.ts: the types of window.Loopscope, of <loopscope-playground>, and of the messages
// between a page and an embed's frame (docs/embed_api.md). It stands alone: copy it into your project, or name it in
// `/// <reference path="embed.d.ts" />`.

/** Sent only to a page that asks for it in `hello`. */
export type EmbedTopic = 'output' | 'trace';

/** `auto`: as the reader's system. */
export type EmbedTheme = 'auto' | 'light' | 'dark';

/** How a run ended. `rejected`: it does not compile. `unreachable`: a part of the runtime could not be fetched. */
export type EmbedCause = 'exit' | 'stopped' | 'killed' | 'rejected' | 'crashed' | 'unreachable';

/** From the page to the frame; each is sent as `{ loopscope: 1, ...message }`. */
export type ToEmbed =
  /** Must come first: the frame then knows its page's origin, and talks to no other. `code` replaces the program. */
  | { readonly type: 'hello'; readonly code?: string; readonly output?: string; readonly subscribe?: readonly EmbedTopic[] }
  /** Answered by `ready`, for whoever came too late for the first one. Says nothing, so it may go to any origin. */
  | { readonly type: 'ping' }
  | { readonly type: 'setCode'; readonly code: string }
  /** Answered by `code` with the same `id`. */
  | { readonly type: 'getCode'; readonly id: number }
  | { readonly type: 'run' }
  | { readonly type: 'stop' }
  | { readonly type: 'theme'; readonly theme: EmbedTheme }
  /** Moves the focus into the frame, after the reader has asked for it in the page. */
  | { readonly type: 'focus'; readonly on: 'run' | 'editor' };

/** From the frame to the page. */
export type FromEmbed =
  /** The frame listens. The only message that is sent before `hello`, and it says nothing of the reader or the program. */
  | { readonly type: 'ready'; readonly version: string }
  /** The program is shown and can be run. */
  | { readonly type: 'live' }
  /** What makes it live could not be fetched. Asked again, it tries again. */
  | { readonly type: 'failed' }
  /** The height that the content needs, in CSS pixels. */
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'code'; readonly id: number; readonly code: string }
  /** The reader changed the program. */
  | { readonly type: 'edited' }
  | { readonly type: 'running' }
  /** A line that the program printed, with its line break if it has one. `time` in program seconds. */
  | { readonly type: 'output'; readonly stream: 'stdout' | 'stderr'; readonly text: string; readonly time: number }
  /** `exitCode` is -1 unless the cause is `exit` or `rejected`. */
  | { readonly type: 'result'; readonly cause: EmbedCause; readonly exitCode: number; readonly time: number }
  /** Records as runtime/trace/events.def defines them, in batches that follow each other. */
  | { readonly type: 'trace'; readonly records: Uint8Array };

export type FromEmbedType = FromEmbed['type'];
export type FromEmbedOf<T extends FromEmbedType> = Extract<FromEmbed, { readonly type: T }>;

/** What a client says first. */
export interface LoopscopeGreeting {
  readonly code?: string;
  readonly output?: string;
  readonly subscribe?: readonly EmbedTopic[];
}

/** The page's end of one frame. What is said before the frame answers is kept and sent then, in order. */
export interface LoopscopeClient {
  /** The program is shown and can be run. */
  readonly live: Promise<void>;
  /** @returns what ends it */
  on<T extends FromEmbedType>(type: T, listener: (message: FromEmbedOf<T>) => void): () => void;
  run(): void;
  stop(): void;
  /** Replaces the program, at most 524,288 characters; does not run it. */
  setCode(code: string): void;
  /** The program as the reader has it. */
  getCode(): Promise<string>;
  setTheme(theme: EmbedTheme): void;
  /** Only after the reader has asked for it: an embed never takes the focus. */
  focus(on: 'run' | 'editor'): void;
  /** Hears nothing from then on. */
  dispose(): void;
}

/** `window.Loopscope`, once embed.js has run. */
export interface LoopscopeApi {
  /** Of the site that the script came from. */
  readonly version: string;
  /** The number of the protocol of messages. */
  readonly protocol: 1;
  /** Upgrades blocks of code that entered the page later. */
  upgrade(root?: ParentNode, selector?: string): void;
  /** The page's end of a frame that the page made itself. */
  connect(frame: HTMLIFrameElement, first?: LoopscopeGreeting): LoopscopeClient;
}

/** The options of `<loopscope-playground>`, for frameworks that type the attributes of elements. */
export interface LoopscopePlaygroundAttributes {
  code?: string;
  src?: string;
  view?: 'code' | 'split' | 'loop' | 'console';
  panels?: string;
  clock?: 'real' | 'virtual';
  speed?: number | string;
  seed?: number | string;
  readonly?: boolean | '';
  predict?: boolean | '';
  autorun?: boolean | '';
  start?: 'click' | 'visible';
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  height?: number | string;
}

/** `<loopscope-playground>`. */
export interface LoopscopePlaygroundElement extends HTMLElement {
  /** Runs the program as it is now; the frame comes first if it is not there. */
  run(): void;
  stop(): void;
  setCode(code: string): void;
  /** The program as the reader has it. */
  getCode(): Promise<string>;
}

/** What an element's events carry as `detail`. They bubble. */
export interface LoopscopeEventDetails {
  'loopscope-live': object;
  'loopscope-run': object;
  'loopscope-edit': object;
  'loopscope-output': Omit<FromEmbedOf<'output'>, 'type'>;
  'loopscope-result': Omit<FromEmbedOf<'result'>, 'type'>;
}

export type LoopscopeEvents = { [T in keyof LoopscopeEventDetails]: CustomEvent<LoopscopeEventDetails[T]> };

declare global {
  interface Window {
    Loopscope?: LoopscopeApi;
  }
  interface HTMLElementTagNameMap {
    'loopscope-playground': LoopscopePlaygroundElement;
  }
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- that is how event maps are extended
  interface GlobalEventHandlersEventMap extends LoopscopeEvents {}
}
