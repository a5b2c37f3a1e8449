// SPDX-License-Identifier: MIT
// The only place that touches localStorage. It throws inside frames when third-party storage is blocked
// (go-playground#79), and in some private modes; then everything is kept for this visit only.

const PREFIX = 'loopscope.';
const fallback = new Map<string, string>();

function area(): Storage | undefined {
  try {
    return globalThis.localStorage; // eslint-disable-line no-restricted-properties -- this is that module
  } catch {
    return undefined;
  }
}

export function load(key: string): string | null {
  try {
    // What could not be stored is newer than what is.
    return fallback.get(key) ?? area()?.getItem(PREFIX + key) ?? null;
  } catch {
    return null;
  }
}

/** False if it is kept for this visit only. */
export function save(key: string, value: string): boolean {
  try {
    const storage = area();
    if (!storage) throw new Error('no storage');
    storage.setItem(PREFIX + key, value);
    fallback.delete(key);
    return true;
  } catch {
    fallback.set(key, value);
    return false;
  }
}

export function remove(key: string): void {
  fallback.delete(key);
  try {
    area()?.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** Parsed JSON that passes `check`, else `otherwise`: old or damaged values must not brick the page. */
export function loadJson<T>(key: string, check: (value: unknown) => value is T, otherwise: T): T {
  const text = load(key);
  if (text === null) return otherwise;
  try {
    const value: unknown = JSON.parse(text);
    return check(value) ? value : otherwise;
  } catch {
    return otherwise;
  }
}
