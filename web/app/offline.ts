// SPDX-License-Identifier: MIT

/** Fetching everything competes with what the visitor does first: reading, and often one run. */
const SETTLED_MS = 4_000;

/**
 * Keeps the page for when there is no network. A new version takes over when the last tab with the old one is closed, so
 * that an open page never loses the files that it still wants.
 */
export function keepForOffline(): void {
  // In a frame without storage even asking throws.
  try {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !isSecureContext) return;
    // Everything together is about three megabytes.
    if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true) return;
    const register = (): void => {
      setTimeout(() => { navigator.serviceWorker.register('./sw.js').catch(() => undefined); }, SETTLED_MS);
    };
    if (document.readyState === 'complete') register();
    else addEventListener('load', register, { once: true });
  } catch {
    // Then the page works online only.
  }
}
