// SPDX-License-Identifier: MIT
// What a page and an embed's frame say to each other by postMessage; docs/embed_api.md describes it for readers.
// Every message is `{ loopscope: 1, type, ... }`. Unknown types and fields are ignored, so that both sides may be of
// different ages; what an old side would misread gets a new number.

export const EMBED_PROTOCOL = 1;

/** From the page to the frame. */
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
  /** Moves the focus into the frame, after the reader has asked for it in the page. */
  | { readonly type: 'focus'; readonly on: 'run' | 'editor' };

/** Sent only to a page that asks for it in `hello`. */
export type EmbedTopic = 'output' | 'trace';

/** How a run ended. `unreachable`: a part of the runtime could not be fetched. */
export type EmbedCause = 'exit' | 'stopped' | 'killed' | 'rejected' | 'crashed' | 'unreachable';

/** From the frame to the page. */
export type FromEmbed =
  /** The frame listens. The only message that is sent before `hello`, and it says nothing of the reader or the program. */
  | { readonly type: 'ready'; readonly version: string }
  /** The program is shown and can be run. */
  | { readonly type: 'live' }
  /** The height that the content needs, in CSS pixels. */
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'code'; readonly id: number; readonly code: string }
  /** The reader changed the program. */
  | { readonly type: 'edited' }
  | { readonly type: 'running' }
  | { readonly type: 'output'; readonly stream: 'stdout' | 'stderr'; readonly text: string; readonly time: number }
  | { readonly type: 'result'; readonly cause: EmbedCause; readonly exitCode: number; readonly time: number }
  /** Records as runtime/trace/events.def defines them, in batches that follow each other. */
  | { readonly type: 'trace'; readonly records: Uint8Array };

export type Enveloped<T> = T & { readonly loopscope: typeof EMBED_PROTOCOL };

/** Whether data is an envelope of this protocol with a type; what is inside must still be checked. */
export function isEnvelope(data: unknown): data is { readonly loopscope: number; readonly type: string; readonly [field: string]: unknown } {
  return typeof data === 'object' && data !== null
    && (data as { loopscope?: unknown }).loopscope === EMBED_PROTOCOL && typeof (data as { type?: unknown }).type === 'string';
}

/** Characters of a program that a frame takes. */
export const MAX_CODE = 512 * 1024;

/** Reads a message from a page, which may be anybody's: undefined for anything that is not exactly one of `ToEmbed`. */
export function readToEmbed(data: unknown): ToEmbed | undefined {
  if (!isEnvelope(data)) return undefined;
  const text = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_CODE;
  switch (data.type) {
    case 'hello': {
      const { code, output, subscribe } = data;
      return {
        type: 'hello',
        ...(text(code) && { code }),
        ...(text(output) && { output }),
        subscribe: Array.isArray(subscribe) ? (['output', 'trace'] as const).filter((topic) => subscribe.includes(topic)) : [],
      };
    }
    case 'setCode': return text(data['code']) ? { type: 'setCode', code: data['code'] } : undefined;
    case 'getCode': return typeof data['id'] === 'number' ? { type: 'getCode', id: data['id'] } : undefined;
    case 'ping':
    case 'run':
    case 'stop': return { type: data.type };
    case 'focus': return { type: 'focus', on: data['on'] === 'editor' ? 'editor' : 'run' };
    default: return undefined;
  }
}
