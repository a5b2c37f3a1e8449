// SPDX-License-Identifier: MIT
/**
 * The wasm build under Node, for tests, measurements and the build itself: what the page's worker fetches lies in files
 * beside loopscope.js. The C ABI that is called here is that of runtime/host/browser.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What ls_run says when it comes back. */
export const RunStatus = { finished: 0, waiting: 1, budget: 2, stepped: 3, blocked: 4, input: 5, module: 6 };
/** What ls_drain gives. */
export const Drain = { output: 0, trace: 1, snapshot: 2, diagnostics: 3, imports: 4, wantedModule: 5, fetches: 6, responses: 7 };

const kAbsent = 0;
const kAsset = 1;

/**
 * The compiled build: compiled once, shared by all programs, and fit to be sent to a worker thread.
 * @param {string} path     of loopscope.js; the wasm lies beside it
 * @param {string} library  the folder of the library's assets
 */
export function compileWasm(path, library = join(dirname(path), 'library')) {
  return { path, library, module: new WebAssembly.Module(readFileSync(path.replace(/\.js$/, '.wasm'))) };
}

/** The rare part (runtime/toolchain/split.mjs), read when a program first calls into it. */
export function readRarePart(path) {
  return new WebAssembly.Module(readFileSync(path.replace(/\.js$/, '.rare.wasm')));
}

/**
 * A fresh instance for one program.
 * @param {{path: string, library: string, module: WebAssembly.Module}} build  as compileWasm makes it
 * @param {() => WebAssembly.Module} rarePart
 */
export async function openProgram(build, rarePart = () => (build.rare ??= readRarePart(build.path))) {
  const { default: create } = await import(pathToFileURL(build.path).href);
  let raw;
  const instance = await create({
    instantiateWasm(imports, done) {
      const stand = standInsFor(rarePart);
      WebAssembly.instantiate(build.module, { ...imports, rare: stand.imports }).then((made) => {
        stand.connect(made);
        raw = made;
        done(made, build.module);
      });
      return {};
    },
  });
  return new WasmProgram(instance, raw, build.library);
}

/** As in web/worker/rare_part.ts: functions that load the rare part and then call what they stand for. */
function standInsFor(rarePart) {
  let main;
  let table;
  const imports = new Proxy({}, {
    get: (_, slot) => (...values) => {
      if (!table) {
        new WebAssembly.Instance(rarePart(), { main });
        table = Object.values(main).find((each) => each instanceof WebAssembly.Table);
      }
      return table.get(Number(slot))(...values);
    },
  });
  return { imports, connect: ({ exports }) => { main = exports; } };
}

export class WasmProgram {
  constructor(instance, raw, libraryFolder) {
    this.instance = instance;
    /** The WebAssembly.Instance below the glue. */
    this.raw = raw;
    this.libraryFolder = libraryFolder;
    this.sizeAt = instance._malloc(8);
    instance.requestModuleNow = (at, size) => this.provideModule(Buffer.from(instance.HEAPU8.slice(at, at + size)).toString());
  }

  configure(options) {
    this.#withBytes(Buffer.from(JSON.stringify(options)), (at, size) => this.instance._ls_configure(at, size));
  }

  /** @returns {boolean} whether it compiled */
  load(source, filename) {
    return 0 === this.#withBytes(Buffer.from(source), (at, size) =>
      this.#withBytes(Buffer.from(filename), (nameAt, nameSize) => this.instance._ls_load(at, size, nameAt, nameSize)));
  }

  /** Runs for about `budgetMs`; an import is answered from the library's folder. @returns {number} a RunStatus */
  run(budgetMs) {
    const status = this.instance._ls_run(budgetMs);
    if (status === RunStatus.module) this.provideModule(this.drain(Drain.wantedModule).toString());
    return status;
  }

  /** Bytes of the instance's memory. */
  get memory() {
    return this.instance.HEAPU8.length;
  }

  waitMs() {
    return this.instance._ls_wait_ms();
  }

  exitCode() {
    return this.instance._ls_exit_code();
  }

  provideInput(line) {
    if (line === null) this.instance._ls_provide_input(0, 0);
    else this.#withBytes(Buffer.from(line), (at, size) => this.instance._ls_provide_input(at, size));
  }

  provideModule(name) {
    const file = join(this.libraryFolder, `${name}.module`);
    const what = existsSync(file) ? kAsset : kAbsent;
    this.#withBytes(Buffer.from(name), (nameAt, nameSize) =>
      this.#withBytes(what === kAsset ? readFileSync(file) : Buffer.alloc(0), (at, size) =>
        this.instance._ls_provide_module(nameAt, nameSize, what, at, size)));
  }

  /** What has gathered since the last call. @returns {Buffer} a copy */
  drain(what) {
    const at = this.instance._ls_drain(what, this.sizeAt);
    const size = new DataView(this.instance.HEAPU8.buffer).getUint32(this.sizeAt, true);
    return Buffer.from(this.instance.HEAPU8.slice(at, at + size));
  }

  /** What was printed since the last call. Records are { u8 stream, 3 pad, u32 length, f64 time, bytes padded to 8 }. */
  *output() {
    const records = this.drain(Drain.output);
    for (let at = 0; at < records.length; ) {
      const length = records.readUInt32LE(at + 4);
      yield { stream: records[at], bytes: records.subarray(at + 16, at + 16 + length) };
      at += 16 + Math.ceil(length / 8) * 8;
    }
  }

  #withBytes(bytes, use) {
    const at = this.instance._malloc(bytes.length + 1);
    this.instance.HEAPU8.set(bytes, at);
    const result = use(at, bytes.length);
    this.instance._free(at);
    return result;
  }
}
