// SPDX-License-Identifier: MIT
import { readLink, type SharedProgram } from '../share/link';
import type { EmbedStrings } from '../i18n/embed_en';

/** A program on its way into an embed, or a sentence on why there is none. */
export type Given =
  | { readonly ok: true; readonly code: string; readonly options?: Omit<SharedProgram, 'code'> }
  | { readonly ok: false; readonly message: string };

/** Characters of a program fetched from elsewhere. */
const MAX_SOURCE = 256 * 1024;

/** A program's text, fetched as the page around it may. Only http and https: a link must not name anything else. */
export async function fetchSource(source: string, base: string, words: EmbedStrings): Promise<Given> {
  try {
    const url = new URL(source, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('not a web address');
    const response = await fetch(url, { credentials: 'omit' });
    if (!response.ok) throw new Error(`HTTP ${String(response.status)}`);
    const text = await response.text();
    if (text.length > MAX_SOURCE) throw new Error('too large');
    return { ok: true, code: text.replaceAll('\r\n', '\n') };
  } catch {
    return { ok: false, message: words.sourceFailed };
  }
}

/** What a frame's own address gives: a permalink's fragment, else the query's `code` or `src`. */
export async function givenByAddress(address: URL, words: EmbedStrings): Promise<Given> {
  const link = await readLink(address.hash);
  if (link.kind === 'code') {
    const { code, ...options } = link.program;
    return { ok: true, code, options };
  }
  if (link.kind === 'problem') return { ok: false, message: words.badLink };
  const code = address.searchParams.get('code');
  if (code !== null) return { ok: true, code };
  const source = address.searchParams.get('src');
  if (source !== null) return fetchSource(source, address.href, words);
  return { ok: false, message: words.noCode };
}

/** A program written into markup: without the line breaks that only the markup needs. */
export function codeFromMarkup(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/^\n/, '').replace(/\s+$/, '');
}
