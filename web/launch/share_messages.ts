// SPDX-License-Identifier: MIT
// What the frames of one page say to each other about an asset that each of them needs (neighbours.ts). No part of the
// documented protocol between a page and an embed: frames that do not know it just fetch for themselves.

const PROTOCOL = 1;

/**
 * `who`: has anybody the asset? `have`: I have it, or shall have. `lack`: not yet. `want`: give it to me. `give`: here it is, or null.
 * `introduce`, from the page: the port that comes along leads to another frame.
 */
const TYPES = ['who', 'have', 'lack', 'want', 'give', 'introduce'] as const;

export interface ShareMessage {
  readonly loopscopeShare: typeof PROTOCOL;
  readonly type: (typeof TYPES)[number];
  readonly asset: string;
  readonly bytes?: unknown;
}

export function askMessage(type: ShareMessage['type'], asset: string): ShareMessage {
  return { loopscopeShare: PROTOCOL, type, asset };
}

/** What the page says to two frames that get the ends of a channel. */
export const introduction: ShareMessage = askMessage('introduce', '');

/** Undefined for anything else that frames say to each other. */
export function readShare(data: unknown): ShareMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { loopscopeShare, type, asset, bytes } = data as Partial<ShareMessage>;
  const known = TYPES.find((one) => one === type);
  return loopscopeShare === PROTOCOL && known && typeof asset === 'string' ? { loopscopeShare, type: known, asset, bytes } : undefined;
}
