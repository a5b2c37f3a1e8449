// SPDX-License-Identifier: MIT
import type { ProgramImports } from './runtime';
import type { Transport } from './library';

/** The rare part could not be fetched: the program cannot go on, but nothing is wrong with the runtime. */
export class RarePartUnreachable extends Error {
  constructor(reason: unknown) {
    super(`a part of the runtime could not be fetched (${reason instanceof Error ? reason.message : String(reason)})`);
    this.name = 'RarePartUnreachable';
  }
}

/**
 * The half of the runtime that plain programs never call (runtime/toolchain/split.mjs). It is fetched once a program imports
 * what plain programs do not, or at the latest when one calls into it; it is kept for the worker's next runs.
 */
export class RarePart {
  private module: WebAssembly.Module | undefined;
  private coming: Promise<void> | undefined;
  private readonly plain: ReadonlySet<string>;

  /** `plainModules`: the top-level modules that plain programs import. */
  constructor(private readonly url: string, plainModules: readonly string[], private readonly transport: Transport) {
    this.plain = new Set(plainModules);
  }

  /** Begins to fetch it when these imports make it likely to be called. */
  prefetch({ modules, native }: ProgramImports): void {
    if (this.module || [...modules, ...native].every((name) => this.isPlain(name))) return;
    this.coming ??= this.fetch().finally(() => { this.coming = undefined; });
  }

  /** For a module that will call into it: resolves when what was begun has come, or has failed. */
  async readyFor(module: string): Promise<void> {
    if (!this.isPlain(module)) await this.coming;
  }

  /** At once: a call waits for it. @throws RarePartUnreachable */
  now(): WebAssembly.Module {
    if (this.module) return this.module;
    const attempt = (): ArrayBuffer => this.transport.now(this.url);
    let bytes: ArrayBuffer;
    try {
      bytes = attempt();
    } catch {
      try {
        bytes = attempt();
      } catch (error) {
        throw new RarePartUnreachable(error);
      }
    }
    this.module = new WebAssembly.Module(bytes);
    return this.module;
  }

  private isPlain(module: string): boolean {
    return this.plain.has(module.split('.', 1)[0] ?? module);
  }

  /** Never rejects: `now` tries again and says why. */
  private async fetch(): Promise<void> {
    try {
      this.module ??= await WebAssembly.compile(await this.transport.fetch(this.url));
    } catch {
      // see above
    }
  }
}

/**
 * What the main part imports in place of the rare part's functions: each stands for one entry of the function table, into which
 * the rare part puts the real one when it is instantiated.
 */
export class RareFunctions {
  readonly imports: WebAssembly.ModuleImports;
  private main: WebAssembly.Exports | undefined;
  private table: WebAssembly.Table | undefined;

  constructor(private readonly part: Pick<RarePart, 'now'>) {
    this.imports = new Proxy<WebAssembly.ModuleImports>({}, {
      get: (_, slot) => (...values: unknown[]): unknown => this.call(Number(slot), values),
    });
  }

  /** The main part's instance, before anything of it runs. */
  connect(instance: WebAssembly.Instance): void {
    this.main = instance.exports;
  }

  private call(slot: number, values: readonly unknown[]): unknown {
    this.table ??= this.load();
    const real = this.table.get(slot) as (...values: readonly unknown[]) => unknown;
    return real(...values);
  }

  private load(): WebAssembly.Table {
    const main = this.main;
    const table = main && Object.values(main).find((each) => each instanceof WebAssembly.Table);
    if (!table) throw new Error('the main part has no function table');
    new WebAssembly.Instance(this.part.now(), { main: main as WebAssembly.ModuleImports });
    return table;
  }
}
