// SPDX-License-Identifier: MIT
import { fetchesByScript } from '../assets/script_asset';

declare global {
  interface Window {
    /** Begun by the frame's first script for the core that is still on its way. */
    loopscopeWorker?: Worker | undefined;
  }
}

/** A classic worker, so that it also starts where the page's origin is not its host's: by a script that fetches it. */
function startWorker(url: string): Worker {
  const name = 'loopscope';
  // Vite serves the sources as modules.
  if (import.meta.env.DEV) return new Worker(url, { type: 'module', name });
  if (!fetchesByScript()) return new Worker(url, { name });
  const script = URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(url)});`], { type: 'text/javascript' }));
  const worker = new Worker(script, { name });
  worker.addEventListener('message', () => { URL.revokeObjectURL(script); }, { once: true });
  return worker;
}

/** Starts a worker for whoever comes first to `takeWorker`. It says nothing before it is booted, so nothing is missed. */
export function startWorkerEarly(url: string): void {
  window.loopscopeWorker ??= startWorker(url);
}

/** The worker that was begun early, or a fresh one. */
export function takeWorker(url: string): Worker {
  const worker = window.loopscopeWorker ?? startWorker(url);
  window.loopscopeWorker = undefined;
  return worker;
}
