// SPDX-License-Identifier: MIT
import { glueUrl, libraryUrl, plainModules, rareUrl, wasmUrl } from 'virtual:loopscope-wasm';
import { strings } from '../i18n';
import type { FromWorker, ToWorker } from '../protocol/messages';
import type { WorkerFactory } from '../session/worker_link';
import workerUrl from '../worker/main.ts?worker&url';
import { compiledModule } from './compiled';
import { takeWorker } from './start_worker';

/** Makes a worker and sends it the compiled module. */
export const createWorker: WorkerFactory = (onMessage) => {
  const fail = (cause: 'fault' | 'unreachable', message: string): void => { onMessage({ type: 'crashed', run: null, cause, message }); };
  if (glueUrl === null || wasmUrl === null || rareUrl === null || libraryUrl === null) {
    queueMicrotask(() => { fail('fault', strings.value.runtimeMissing); });
    return { post: () => undefined, terminate: () => undefined };
  }
  const glue = new URL(glueUrl, document.baseURI).href;
  const library = new URL(libraryUrl, document.baseURI).href;
  const rare = new URL(rareUrl, document.baseURI).href;
  const worker = takeWorker(new URL(workerUrl, document.baseURI).href);
  worker.onmessage = (event: MessageEvent<FromWorker>) => { onMessage(event.data); };
  // Without a message it is the script that could not be fetched.
  worker.onerror = (event) => { fail(event.message ? 'fault' : 'unreachable', event.message); };
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
    (error: unknown) => { fail('unreachable', String(error)); },
  );
  return {
    post: (message) => {
      if (booted) worker.postMessage(message);
      else waiting.push(message);
    },
    terminate: () => { worker.terminate(); },
  };
};
