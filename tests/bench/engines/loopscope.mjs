// SPDX-License-Identifier: MIT
/** build/wasm/loopscope.{js,wasm} through its C ABI, under Node, on the real clock: as the page's worker runs it. */
import { readFileSync } from 'node:fs';
import { kModule, serveModules } from '../../support/wasm_library.mjs';

const kFinished = 0;
const kWaiting = 1;
/** Lines are seen after a slice: short ones, so that they are seen when they are printed. */
const kSliceMs = 1;
/** As in the page, which takes out what is recorded after each. */
const kTracedSliceMs = 10;
const kOutput = 0;
const kTrace = 1;
const kDiagnostics = 3;

/**
 * @param {{module: string, trace: boolean}} options `module`: path of loopscope.js; `trace`: record what happens.
 */
export async function open({ module, trace = false }) {
  const { default: create } = await import(module);
  const instance = await create({ wasmBinary: readFileSync(module.replace(/\.js$/, '.wasm')) });
  const provideModule = serveModules(instance, module);
  return { run: (source, onLine) => run(instance, provideModule, source, trace, onLine) };
}

async function run(instance, provideModule, source, trace, onLine) {
  const configuration = { clock: 'real', speed: 1, seed: null, trace, memoryLimitMb: 256 };
  withText(instance, JSON.stringify(configuration), (at, size) => instance._ls_configure(at, size));
  const loaded = withText(instance, source, (at, size) =>
    withText(instance, 'bench.py', (nameAt, nameSize) => instance._ls_load(at, size, nameAt, nameSize)));
  if (loaded !== 0) throw new Error(new TextDecoder().decode(drain(instance, kDiagnostics)));
  for (;;) {
    const status = instance._ls_run(trace ? kTracedSliceMs : kSliceMs);
    readOutput(instance, onLine);
    if (trace) drain(instance, kTrace);
    if (status === kFinished) break;
    if (status === kModule) provideModule();
    if (status === kWaiting) await new Promise((resolve) => setTimeout(resolve, instance._ls_wait_ms()));
  }
  if (instance._ls_exit_code() !== 0) throw new Error('the program failed');
}

function withText(instance, text, use) {
  const bytes = new TextEncoder().encode(text);
  const at = instance._malloc(bytes.length + 1);
  instance.HEAPU8.set(bytes, at);
  const result = use(at, bytes.length);
  instance._free(at);
  return result;
}

/** A view of what the runtime has for one channel; valid until the next call. */
function drain(instance, channel) {
  const sizeAt = instance._malloc(4);
  const at = instance._ls_drain(channel, sizeAt);
  const size = new DataView(instance.HEAPU8.buffer).getUint32(sizeAt, true);
  instance._free(sizeAt);
  return instance.HEAPU8.subarray(at, at + size);
}

/** Records of { u8 stream, 3 pad, u32 length, f64 time, bytes padded to 8 }. */
function readOutput(instance, onLine) {
  const records = drain(instance, kOutput);
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  let printed = '';
  for (let at = 0; at < records.length; ) {
    const size = view.getUint32(at + 4, true);
    const words = new TextDecoder().decode(records.subarray(at + 16, at + 16 + size));
    if (view.getUint8(at) === 1) printed += words;
    else process.stderr.write(words);
    at += 16 + Math.ceil(size / 8) * 8;
  }
  for (const line of printed.split('\n')) if (line) onLine(line);
}
