// SPDX-License-Identifier: MIT
// Permalinks: #code/1/<deflate-raw, base64url>/<checksum>
//
// The packed text is one line of options (a query string, empty if all are the defaults), a newline, and the
// program. The checksum ends the link: chats drop a trailing `_` or `.` and cut long links, and so break it
// visibly instead of changing the program. Version 1 is read for ever; see the golden links in tests/web.
//
// Options: clock, speed, seed, view, panel. A reader skips options that it does not know, so that new ones (a
// moment of the run) need no new version; a new version is for text that an old reader would misread.
import { fromBase64Url, toBase64Url } from './base64url';
import { crc32 } from './crc32';
import { deflateRaw, inflateRaw } from './deflate';

export const LINK_VERSION = 1;
/** Characters of the fragment. */
export const MAX_ENCODED = 96 * 1024;
/** Bytes of the unpacked text. */
export const MAX_DECODED = 512 * 1024;
/** Discord cuts messages about here. */
export const CHAT_LIMIT = 2_000;
/** Slack cuts them here. */
export const LONG_CHAT_LIMIT = 4_000;

export interface SharedProgram {
  readonly code: string;
  readonly clock?: 'virtual';
  /** Absent for 1. */
  readonly speed?: number;
  readonly seed?: number;
  /** Absent for everything side by side. */
  readonly view?: SharedView;
  /** Id of the panel to look at first. */
  readonly panel?: string;
}

/** What is in front when the link opens. */
export const sharedViews = ['code', 'loop', 'console'] as const;
export type SharedView = (typeof sharedViews)[number];

export function isSharedView(value: unknown): value is SharedView {
  return sharedViews.some((view) => view === value);
}

/** Panels have short names; anything else in a link is not one. */
const PANEL_ID = /^[a-z][a-z_]{0,23}$/;

export type LinkProblem =
  | 'too-large'
  /** Made by a newer Loopscope. */
  | 'unknown-version'
  /** The end is missing: a chat cut it. */
  | 'truncated'
  | 'corrupt';

export type ReadLink =
  | { readonly kind: 'none' }
  | { readonly kind: 'code'; readonly program: SharedProgram }
  | { readonly kind: 'problem'; readonly problem: LinkProblem };

const PREFIX = '#code/';
const CHECKSUM_DIGITS = 7;
const CHECKSUM = /^[0-9a-z]{7}$/;

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(36).padStart(CHECKSUM_DIGITS, '0');
}

function optionsLine({ clock, speed, seed, view, panel }: SharedProgram): string {
  const options = new URLSearchParams();
  if (clock) options.set('clock', clock);
  if (speed !== undefined && speed !== 1) options.set('speed', String(speed));
  if (seed !== undefined) options.set('seed', String(seed));
  if (view) options.set('view', view);
  if (panel !== undefined) options.set('panel', panel);
  return options.toString();
}

/** Options that do not make sense are left out: a link never brings the page into a state it would refuse. */
function readOptions(line: string): Omit<SharedProgram, 'code'> {
  const options = new URLSearchParams(line);
  const speed = Number(options.get('speed') ?? 1);
  const seed = options.get('seed');
  const view = options.get('view');
  const panel = options.get('panel');
  return {
    ...(options.get('clock') === 'virtual' && { clock: 'virtual' as const }),
    ...(speed >= 0.1 && speed <= 10 && speed !== 1 && { speed }),
    ...(seed !== null && /^\d{1,15}$/.test(seed) && { seed: Number(seed) }),
    ...(isSharedView(view) && { view }),
    ...(panel !== null && PANEL_ID.test(panel) && { panel }),
  };
}

/** The fragment for a program, or undefined if it is too large for a link. */
export async function writeLink(program: SharedProgram): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(`${optionsLine(program)}\n${program.code}`);
  if (bytes.byteLength > MAX_DECODED) return undefined;
  const fragment = `${PREFIX}${String(LINK_VERSION)}/${toBase64Url(await deflateRaw(bytes))}/${checksum(bytes)}`;
  return fragment.length > MAX_ENCODED ? undefined : fragment;
}

/** Reads a location's hash. Never throws, whatever the link holds. */
export async function readLink(hash: string): Promise<ReadLink> {
  if (!hash.startsWith(PREFIX)) return { kind: 'none' };
  if (hash.length > MAX_ENCODED) return problem('too-large');
  const [version, payload, sum, ...rest] = hash.slice(PREFIX.length).split('/');
  if (!/^\d{1,4}$/.test(version ?? '')) return problem('corrupt');
  if (Number(version) !== LINK_VERSION) return problem('unknown-version');
  if (payload === undefined || payload === '') return problem('truncated');
  if (sum === undefined || sum.length < CHECKSUM_DIGITS) return problem('truncated');
  if (rest.length > 0 || !CHECKSUM.test(sum)) return problem('corrupt');
  const packed = fromBase64Url(payload);
  if (!packed) return problem('corrupt');
  const unpacked = await inflateRaw(packed, MAX_DECODED);
  if (!unpacked.ok) return problem(unpacked.reason);
  if (checksum(unpacked.bytes) !== sum) return problem('corrupt');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked.bytes);
  } catch {
    return problem('corrupt');
  }
  const newline = text.indexOf('\n');
  if (newline < 0) return problem('corrupt');
  return { kind: 'code', program: { ...readOptions(text.slice(0, newline)), code: text.slice(newline + 1) } };
}

function problem(reason: LinkProblem): ReadLink {
  return { kind: 'problem', problem: reason };
}
