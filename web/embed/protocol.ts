// SPDX-License-Identifier: MIT
// What a page and an embed's frame say to each other by postMessage; docs/embed_api.md describes it for readers.
// Every message is `{ loopscope: 1, type, ... }`. Unknown types and fields are ignored, so that both sides may be of
// different ages; what an old side would misread gets a new number. Their types are published, in public.d.ts.
import type { ToEmbed } from './public';

export const EMBED_PROTOCOL = 1;

export type { EmbedCause, EmbedTopic, FromEmbed, ToEmbed } from './public';

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
    case 'theme': return { type: 'theme', theme: (['light', 'dark'] as const).find((theme) => theme === data['theme']) ?? 'auto' };
    case 'focus': return { type: 'focus', on: data['on'] === 'editor' ? 'editor' : 'run' };
    default: return undefined;
  }
}
