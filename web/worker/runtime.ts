// SPDX-License-Identifier: MIT
import type { ClockSetting, Diagnostic, PageRequest, PageResponse, RunOptions } from '../protocol/messages';
import { failureNumber, type FetchFailure } from './fetch_failure';
import type { FetchClient, FetchCommand } from './fetches';
import { RareFunctions, type RarePart } from './rare_part';

/** What `ls_run` says when it comes back. Mirrors runtime/host/browser. */
export const RunStatus = {
  finished: 0,
  waiting: 1,
  budget: 2,
  stepped: 3,
  blocked: 4,
  input: 5,
  module: 6,
} as const;
export type RunStatus = (typeof RunStatus)[keyof typeof RunStatus];

/** What a program's own import statements name, found without running it. */
export interface ProgramImports {
  /** What the library is to be asked for. */
  readonly modules: readonly string[];
  /** What is part of the runtime. */
  readonly native: readonly string[];
}

export type ModuleAnswer =
  | { readonly kind: 'absent' }
  | { readonly kind: 'asset'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string };

/** One fresh program in one fresh wasm instance. */
export interface Runtime extends FetchClient {
  configure(options: RunOptions): void;
  /** Whether it compiled, and what was said about it either way. */
  load(source: string, filename: string): { readonly ok: boolean; readonly diagnostics: readonly Diagnostic[] };
  /** Runs for about `budgetMs` and says why it came back. */
  run(budgetMs: number): RunStatus;
  /** Real milliseconds until the program can go on: 0 = now, Infinity = only an outside event. */
  waitMs(): number;
  /** Makes the next `run` end after one coroutine step. */
  step(): void;
  setClock(clock: ClockSetting): void;
  /** While paused, real time passes unseen: a paused program's sleeps do not run out. */
  setPaused(paused: boolean): void;
  /** Gives `input()` a line without its newline, or the end of input. */
  provideInput(line: string | null): void;
  /** After `load`. */
  imports(): ProgramImports;
  /** The module that an import waits for, after `run` returned `module`. */
  wantedModule(): string;
  provideModule(name: string, answer: ModuleAnswer): void;
  /** A request of the page to the program's server. */
  sendRequest(request: PageRequest): void;
  /** What became of such requests since the last call; undefined if nothing. */
  responses(): readonly PageResponse[] | undefined;
  exitCode(): number;
  programTime(): number;
  /** Everything printed since the last call, as output records; undefined if nothing. */
  output(): Uint8Array<ArrayBuffer> | undefined;
  trace(): Uint8Array<ArrayBuffer> | undefined;
  snapshot(): string;
}

/** The part of an Emscripten module that we call. */
export interface EmscriptenModule {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _ls_configure(json: number, length: number): void;
  _ls_load(source: number, length: number, filename: number, filenameLength: number): number;
  _ls_run(budgetMs: number): number;
  _ls_wait_ms(): number;
  _ls_step(): void;
  _ls_set_clock(isVirtual: number, speed: number): void;
  _ls_set_paused(paused: number): void;
  /** A null pointer is the end of input. */
  _ls_provide_input(line: number, length: number): void;
  /** `what`: 0 there is no such module, 1 the bytes are its asset, 2 they say why it could not be fetched. */
  _ls_provide_module(name: number, nameLength: number, what: number, bytes: number, length: number): void;
  /** Called when an import cannot wait: it must have called `_ls_provide_module` when it returns. */
  requestModuleNow?: (name: number, length: number) => void;
  _ls_fetch_head(id: number, status: number, text: number, length: number): void;
  _ls_fetch_data(id: number, bytes: number, length: number): number;
  /** `kind`: -1 the response is whole, else why not. */
  _ls_fetch_end(id: number, kind: number, message: number, length: number): void;
  /** `texts`: method, URL, headers and body, one after the other; `sizes`: their four lengths. */
  _ls_send_request(id: number, delay: number, texts: number, sizes: number): void;
  _ls_exit_code(): number;
  _ls_program_time(): number;
  _ls_drain(what: number, length: number): number;
}

/** The default export of the Emscripten glue. */
export type EmscriptenFactory = (overrides: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): Record<string, never>;
}) => Promise<EmscriptenModule>;

const Drain = { output: 0, trace: 1, snapshot: 2, diagnostics: 3, imports: 4, wantedModule: 5, fetches: 6, responses: 7 } as const;

const DEFAULT_MEMORY_LIMIT_MB = 256;

/** Makes a fresh instance of the once-compiled module. */
export async function createRuntime(
  factory: EmscriptenFactory, module: WebAssembly.Module, rarePart: Pick<RarePart, 'now'>, moduleNow: (name: string) => ModuleAnswer,
): Promise<Runtime> {
  const rare = new RareFunctions(rarePart);
  const wasm = await new Promise<EmscriptenModule>((resolve, reject) => {
    factory({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, { ...imports, rare: rare.imports }).then((instance) => {
          rare.connect(instance);
          done(instance, module);
        }, reject);
        return {};
      },
    }).then(resolve, reject);
  });
  const runtime = new WasmRuntime(wasm);
  wasm.requestModuleNow = (pointer, length) => {
    const name = new TextDecoder().decode(wasm.HEAPU8.subarray(pointer, pointer + length));
    runtime.provideModule(name, moduleNow(name));
  };
  return runtime;
}

class WasmRuntime implements Runtime {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  /** A size_t in wasm memory for out-parameters. */
  private readonly lengthSlot: number;
  /** The page has sent requests, so there may be responses. */
  private hasVisitors = false;

  constructor(private readonly wasm: EmscriptenModule) {
    this.lengthSlot = wasm._malloc(8);
  }

  configure(options: RunOptions): void {
    const json = JSON.stringify({
      clock: options.clock.kind,
      speed: options.clock.speed,
      seed: options.seed,
      trace: true,
      memoryLimitMb: DEFAULT_MEMORY_LIMIT_MB,
      network: true,
    });
    this.withText(json, (pointer, length) => { this.wasm._ls_configure(pointer, length); });
  }

  load(source: string, filename: string): { readonly ok: boolean; readonly diagnostics: readonly Diagnostic[] } {
    const failed = this.withText(source, (text, length) =>
      this.withText(filename, (name, nameLength) => this.wasm._ls_load(text, length, name, nameLength)));
    const diagnostics = parseDiagnostics(this.drainText(Drain.diagnostics), source);
    if (failed === 0) return { ok: true, diagnostics };
    return { ok: false, diagnostics: diagnostics.length > 0 ? diagnostics : [UNEXPLAINED] };
  }

  run(budgetMs: number): RunStatus {
    return this.wasm._ls_run(budgetMs) as RunStatus;
  }

  waitMs(): number {
    return this.wasm._ls_wait_ms();
  }

  step(): void {
    this.wasm._ls_step();
  }

  setClock(clock: ClockSetting): void {
    this.wasm._ls_set_clock(clock.kind === 'virtual' ? 1 : 0, clock.speed);
  }

  setPaused(paused: boolean): void {
    this.wasm._ls_set_paused(paused ? 1 : 0);
  }

  provideInput(line: string | null): void {
    if (line === null) this.wasm._ls_provide_input(0, 0);
    else this.withText(line, (pointer, length) => { this.wasm._ls_provide_input(pointer, length); });
  }

  imports(): ProgramImports {
    const json = this.drainText(Drain.imports);
    return json === '' ? { modules: [], native: [] } : (JSON.parse(json) as ProgramImports);
  }

  wantedModule(): string {
    return this.drainText(Drain.wantedModule);
  }

  provideModule(name: string, answer: ModuleAnswer): void {
    const what = { absent: 0, asset: 1, failed: 2 }[answer.kind];
    const bytes = answer.kind === 'asset' ? answer.bytes : this.encoder.encode(answer.kind === 'failed' ? answer.message : '');
    this.withText(name, (pointer, length) => {
      this.withBytes(bytes, (data, size) => { this.wasm._ls_provide_module(pointer, length, what, data, size); });
    });
  }

  fetchCommands(): readonly FetchCommand[] {
    const records = this.drain(Drain.fetches);
    return records.byteLength === 0 ? [] : parseFetchCommands(records);
  }

  fetchHead(id: number, status: number, url: string, reason: string, headers: Iterable<readonly [string, string]>): void {
    const text = [url, reason, ...[...headers].flat()].map((item) => `${item}\0`).join('');
    this.withText(text, (pointer, length) => { this.wasm._ls_fetch_head(id, status, pointer, length); });
  }

  fetchData(id: number, bytes: Uint8Array): boolean {
    return this.withBytes(bytes, (pointer, length) => this.wasm._ls_fetch_data(id, pointer, length)) !== 0;
  }

  fetchEnd(id: number, failure?: FetchFailure): void {
    const kind = failure ? failureNumber(failure.kind) : -1;
    this.withText(failure?.message ?? '', (pointer, length) => { this.wasm._ls_fetch_end(id, kind, pointer, length); });
  }

  sendRequest(request: PageRequest): void {
    this.hasVisitors = true;
    const headers = request.headers.map(([name, value]) => `${name}: ${value}\n`).join('');
    const parts = [request.method, request.url, headers, request.body ?? ''].map((text) => this.encoder.encode(text));
    const sizes = new Uint8Array(Uint32Array.from(parts, (part) => part.byteLength).buffer);
    const texts = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
    let at = 0;
    for (const part of parts) {
      texts.set(part, at);
      at += part.byteLength;
    }
    this.withBytes(texts, (textsAt) => {
      this.withBytes(sizes, (sizesAt) => { this.wasm._ls_send_request(request.id, request.at, textsAt, sizesAt); });
    });
  }

  responses(): readonly PageResponse[] | undefined {
    if (!this.hasVisitors) return undefined;
    const json = this.drainText(Drain.responses);
    return json === '' ? undefined : (JSON.parse(json) as readonly PageResponse[]);
  }

  exitCode(): number {
    return this.wasm._ls_exit_code();
  }

  programTime(): number {
    return this.wasm._ls_program_time();
  }

  output(): Uint8Array<ArrayBuffer> | undefined {
    return this.drainCopy(Drain.output);
  }

  trace(): Uint8Array<ArrayBuffer> | undefined {
    return this.drainCopy(Drain.trace);
  }

  snapshot(): string {
    return this.drainText(Drain.snapshot);
  }

  private withText<T>(text: string, use: (pointer: number, length: number) => T): T {
    return this.withBytes(this.encoder.encode(text), use);
  }

  private withBytes<T>(bytes: Uint8Array, use: (pointer: number, length: number) => T): T {
    const pointer = this.wasm._malloc(bytes.byteLength + 1);
    this.wasm.HEAPU8.set(bytes, pointer);
    try {
      return use(pointer, bytes.byteLength);
    } finally {
      this.wasm._free(pointer);
    }
  }

  /** A view into wasm memory, valid until the next call into wasm. */
  private drain(what: number): Uint8Array {
    const pointer = this.wasm._ls_drain(what, this.lengthSlot);
    const heap = this.wasm.HEAPU8; // after the call: memory may have grown
    const length = new DataView(heap.buffer).getUint32(this.lengthSlot, true);
    return heap.subarray(pointer, pointer + length);
  }

  private drainCopy(what: number): Uint8Array<ArrayBuffer> | undefined {
    const view = this.drain(what);
    return view.byteLength === 0 ? undefined : new Uint8Array(view);
  }

  private drainText(what: number): string {
    return this.decoder.decode(this.drain(what));
  }
}

/** For a program that was refused without a word. */
const UNEXPLAINED: Diagnostic = { kind: 'SyntaxError', message: 'invalid syntax', line: 1, column: 1, endLine: 1, endColumn: 2 };

/**
 * Reads diagnostics JSON. The runtime counts columns from 0 in code points (as CPython's AST); editors
 * count from 1 in UTF-16 units. What is missing is filled in.
 */
export function parseDiagnostics(json: string, source: string): readonly Diagnostic[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  const lines = source.split('\n');
  const column = (line: number, points: number): number =>
    [...(lines[line - 1] ?? '')].slice(0, Math.max(0, points)).join('').length + 1;
  return parsed
    .filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null)
    .map((item) => {
      const number = (key: string, otherwise: number): number =>
        typeof item[key] === 'number' ? item[key] : otherwise;
      const line = Math.max(1, number('line', 1));
      const endLine = Math.max(line, number('endLine', line));
      const from = column(line, number('column', 0));
      const to = column(endLine, number('endColumn', 0));
      return {
        kind: typeof item['kind'] === 'string' ? item['kind'] : UNEXPLAINED.kind,
        message: typeof item['message'] === 'string' ? item['message'] : UNEXPLAINED.message,
        ...(typeof item['instead'] === 'string' && { instead: item['instead'] }),
        line,
        column: from,
        endLine,
        endColumn: endLine === line ? Math.max(to, from + 1) : to,
      };
    });
}

/** Reads the records of `Drain.fetches` (runtime/host/browser/fetch_transport.h). */
export function parseFetchCommands(records: Uint8Array): readonly FetchCommand[] {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  const commands: FetchCommand[] = [];
  let body: Uint8Array<ArrayBuffer> | undefined;
  for (let at = 0; at + 16 <= records.byteLength; ) {
    const kind = view.getUint32(at, true);
    const id = view.getUint32(at + 4, true);
    const length = view.getUint32(at + 8, true);
    const bytes = records.subarray(at + 16, at + 16 + length);
    at += 16 + Math.ceil(length / 8) * 8;
    if (kind === FetchRecord.body) {
      body = new Uint8Array(bytes);
    } else if (kind === FetchRecord.open) {
      const request = JSON.parse(new TextDecoder().decode(bytes)) as Pick<Extract<FetchCommand, { kind: 'open' }>, 'method' | 'url' | 'headers'>;
      commands.push({ kind: 'open', id, ...request, ...(body && { body }) });
      body = undefined;
    } else {
      commands.push({ kind: kind === FetchRecord.abort ? 'abort' : 'more', id });
    }
  }
  return commands;
}

const FetchRecord = { body: 0, open: 1, abort: 2, more: 3 } as const;
