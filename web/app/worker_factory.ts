// SPDX-License-Identifier: MIT
import { glueUrl, libraryUrl, plainModules, rareUrl, wasmUrl } from 'virtual:loopscope-wasm';
import { strings } from '../i18n';
import type { FromWorker, ToWorker } from '../protocol/messages';
import type { WorkerFactory } from '../session/worker_link';

let compiled: Promise<WebAssembly.Module> | undefined;

/** Compiles the runtime once for the page; a failed try is not remembered. */
function compiledModule(url: string): Promise<WebAssembly.Module> {
  compiled ??= compile(url).catch((error: unknown) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${String(response.status)}`);
  // Some file hosts do not know the type of .wasm; then streaming is refused.
  if (response.headers.get('content-type')?.startsWith('application/wasm') === true) {
    return WebAssembly.compileStreaming(Promise.resolve(response));
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Makes a worker and sends it the compiled module. */
export const createWorker: WorkerFactory = (onMessage) => {
  const fail = (message: string): void => { onMessage({ type: 'crashed', run: null, cause: 'fault', message }); };
  if (glueUrl === null || wasmUrl === null || rareUrl === null || libraryUrl === null) {
    queueMicrotask(() => { fail(strings.value.runtimeMissing); });
    return { post: () => undefined, terminate: () => undefined };
  }
  const glue = new URL(glueUrl, document.baseURI).href;
  const library = new URL(libraryUrl, document.baseURI).href;
  const rare = new URL(rareUrl, document.baseURI).href;
  const worker = new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module', name: 'loopscope' });
  worker.onmessage = (event: MessageEvent<FromWorker>) => { onMessage(event.data); };
  worker.onerror = (event) => { fail(event.message || strings.value.runtimeFailed); };
  // Everything else must wait until the module has been sent.
  const waiting: ToWorker[] = [];
  let booted = false;
  compiledModule(new URL(wasmUrl, document.baseURI).href).then(
    (module) => {
      booted = true;
      const boot: ToWorker = { type: 'boot', module, glueUrl: glue, libraryUrl: library, rareUrl: rare, plainModules };
      worker.postMessage(boot);
      for (const message of waiting) worker.postMessage(message);
    },
    () => { fail(strings.value.runtimeFailed); },
  );
  return {
    post: (message) => {
      if (booted) worker.postMessage(message);
      else waiting.push(message);
    },
    terminate: () => { worker.terminate(); },
  };
};
