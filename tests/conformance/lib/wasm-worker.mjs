// SPDX-License-Identifier: MIT
// One lane of the wasm target: drives the C ABI of runtime/host/browser as the page's worker does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { kModule, serveModules } from '../../support/wasm_library.mjs';

const kFinished = 0;
const kWaiting = 1;
const kBudgetMs = 200;
const kDrainOutput = 0;
const kDrainDiagnostics = 3;

const imported = await import(pathToFileURL(workerData.modulePath).href);
const factory = imported.default ?? imported.loopscope;

const freshInstance = () =>
  factory({
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(workerData.module, imports).then((instance) =>
        done(instance, workerData.module),
      );
      return {};
    },
  });

/** Calls `use(pointer, length)` with a copy of `text` in the instance's memory. */
function withText(instance, text, use) {
  const bytes = new TextEncoder().encode(text);
  const pointer = instance._malloc(bytes.length + 1);
  instance.HEAPU8.set(bytes, pointer);
  const result = use(pointer, bytes.length);
  instance._free(pointer);
  return result;
}

/** The bytes of one ls_drain channel, copied. */
function drain(instance, channel) {
  const sizeAt = instance._malloc(4);
  const pointer = instance._ls_drain(channel, sizeAt);
  const size = new DataView(instance.HEAPU8.buffer).getUint32(sizeAt, true);
  instance._free(sizeAt);
  return instance.HEAPU8.slice(pointer, pointer + size);
}

/** Appends the output records { u8 stream, 3 pad, u32 length, f64 time, bytes padded to 8 }. */
function collectOutput(instance, streams) {
  const records = drain(instance, kDrainOutput);
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  for (let at = 0; at < records.length; ) {
    const length = view.getUint32(at + 4, true);
    streams[view.getUint8(at)].push(records.slice(at + 16, at + 16 + length));
    at += 16 + Math.ceil(length / 8) * 8;
  }
}

async function run({ folder, file }) {
  const instance = await freshInstance();
  const provideModule = serveModules(instance, workerData.modulePath);
  const configuration = { clock: 'virtual', speed: 1, seed: null, trace: false, memoryLimitMb: 256 };
  withText(instance, JSON.stringify(configuration), (at, n) => instance._ls_configure(at, n));
  const source = readFileSync(join(folder, file), 'utf8');
  const loaded = withText(instance, source, (at, n) =>
    withText(instance, join(folder, file), (nameAt, nameLength) => instance._ls_load(at, n, nameAt, nameLength)),
  );
  const streams = { 1: [], 2: [] };
  if (loaded === 0) {
    for (;;) {
      const status = instance._ls_run(kBudgetMs);
      collectOutput(instance, streams);
      if (status === kFinished) break;
      if (status === kModule) provideModule();
      if (status === kWaiting && instance._ls_wait_ms() === Infinity) {
        await new Promise(() => {}); // nothing will ever wake it, as under CPython: times out
      }
    }
  } else {
    collectOutput(instance, streams);
  }
  const text = (chunks) => Buffer.concat(chunks).toString('utf8');
  const result = { stdout: text(streams[1]), stderr: text(streams[2]), stopped: null };
  if (loaded !== 0 && result.stderr === '') {
    result.stderr = new TextDecoder().decode(drain(instance, kDrainDiagnostics));
  }
  return { ...result, code: loaded === 0 ? instance._ls_exit_code() : 1 };
}

parentPort.on('message', (program) => {
  run(program).then(
    (result) => parentPort.postMessage(result),
    (error) =>
      parentPort.postMessage({
        stdout: '',
        stderr: '',
        code: null,
        stopped: `crash: ${error.stack ?? error}`,
      }),
  );
});
