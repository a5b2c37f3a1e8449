// SPDX-License-Identifier: MIT
import { bytesByScript } from './import_script';
import { fetchesByScript } from '../assets/script_asset';
import type { ModuleAnswer, ProgramImports } from './runtime';

/**
 * One library module: where its asset lies (relative to the manifest; `at`: from and to which byte, if several modules share
 * the file) and what its body imports.
 */
export interface ManifestEntry {
  readonly file: string;
  readonly at?: readonly [number, number];
  readonly imports: readonly string[];
}
export type Manifest = Readonly<Record<string, ManifestEntry>>;

/** How bytes come; tests give their own. `now` blocks the worker, which only workers may. */
export interface Transport {
  fetch(url: string): Promise<ArrayBuffer>;
  now(url: string): ArrayBuffer;
}

/**
 * The library's modules, fetched when a program wants them and kept for the worker's next runs. A failed fetch is not
 * kept: the next import tries again.
 */
export class Library {
  private manifest: Promise<Manifest> | undefined;
  private readonly files = new Map<string, Promise<ArrayBuffer>>();
  /** What has arrived, for imports that cannot wait. */
  private readonly arrived = new Map<string, Uint8Array>();
  private manifestArrived: Manifest | undefined;

  constructor(private readonly manifestUrl: string, private readonly transport: Transport) {}

  /** Begins to fetch everything that these imports lead to, all at once. */
  prefetch({ modules }: Pick<ProgramImports, 'modules'>): void {
    if (modules.length === 0) return;
    this.loadManifest().then((manifest) => {
      for (const name of closure(manifest, modules)) this.asset(name, manifest).catch(() => undefined);
    }, () => undefined);
  }

  /** The module's asset, or that there is none, or a sentence on why it could not be fetched. Never rejects. */
  async get(name: string): Promise<ModuleAnswer> {
    try {
      const manifest = await this.loadManifest();
      if (!(name in manifest)) return { kind: 'absent' };
      // What it will import is wanted next.
      for (const other of closure(manifest, [name])) this.asset(other, manifest).catch(() => undefined);
      return { kind: 'asset', bytes: await this.asset(name, manifest) };
    } catch (error) {
      return { kind: 'failed', message: unreachable(name, error) };
    }
  }

  /** As `get`, at once: for an import that native code waits for. */
  getNow(name: string): ModuleAnswer {
    try {
      const manifest = this.manifestArrived ?? parseManifest(this.transport.now(this.manifestUrl));
      this.manifestArrived = manifest;
      const entry = manifest[name];
      if (!entry) return { kind: 'absent' };
      const known = this.arrived.get(name);
      if (known) return { kind: 'asset', bytes: known };
      this.keep(entry.file, this.transport.now(this.urlOf(entry)), manifest);
      return { kind: 'asset', bytes: this.arrived.get(name) ?? new Uint8Array() };
    } catch (error) {
      return { kind: 'failed', message: unreachable(name, error) };
    }
  }

  private urlOf(entry: ManifestEntry): string {
    return new URL(entry.file, this.manifestUrl).href;
  }

  private loadManifest(): Promise<Manifest> {
    if (this.manifestArrived) return Promise.resolve(this.manifestArrived);
    this.manifest ??= this.transport.fetch(this.manifestUrl).then(
      (bytes) => (this.manifestArrived = parseManifest(bytes)),
      (error: unknown) => {
        this.manifest = undefined;
        throw error;
      },
    );
    return this.manifest;
  }

  private asset(name: string, manifest: Manifest): Promise<Uint8Array> {
    const known = this.arrived.get(name);
    if (known) return Promise.resolve(known);
    const entry = manifest[name];
    if (!entry) return Promise.reject(new Error('it is not in the manifest'));
    let file = this.files.get(entry.file);
    if (!file) {
      file = this.transport.fetch(this.urlOf(entry)).then((buffer) => {
        this.keep(entry.file, buffer, manifest);
        return buffer;
      }).finally(() => { this.files.delete(entry.file); });
      this.files.set(entry.file, file);
    }
    return file.then((buffer) => this.arrived.get(name) ?? part(buffer, entry));
  }

  /** Keeps every module that a file brings. */
  private keep(file: string, buffer: ArrayBuffer, manifest: Manifest): void {
    for (const [name, entry] of Object.entries(manifest)) if (entry.file === file) this.arrived.set(name, part(buffer, entry));
  }
}

function part(buffer: ArrayBuffer, { at }: ManifestEntry): Uint8Array {
  return at ? new Uint8Array(buffer, at[0], at[1] - at[0]) : new Uint8Array(buffer);
}

/** The modules that importing `names` loads, each once; parents of dotted names too. */
export function closure(manifest: Manifest, names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const dot = name.lastIndexOf('.');
    if (dot > 0) visit(name.slice(0, dot));
    const entry = manifest[name];
    if (!entry || found.has(name)) return;
    found.add(name);
    entry.imports.forEach(visit);
  };
  names.forEach(visit);
  return [...found];
}

function parseManifest(bytes: ArrayBuffer): Manifest {
  return JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
}

/** It becomes the text of Python's ImportError, so it is English in every language of the page. */
function unreachable(name: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `module '${name}' could not be fetched (${reason}). Check the connection, then run the program again; nothing is lost`;
}

/** Fetches with one more try: a single lost packet should not end a program. */
export const networkTransport: Transport = {
  async fetch(url) {
    if (fetchesByScript()) return bytesByScript(url);
    const attempt = async (): Promise<ArrayBuffer> => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`HTTP ${String(response.status)}`);
      return response.arrayBuffer();
    };
    return attempt().catch(attempt);
  },
  now(url) {
    if (fetchesByScript()) return bytesByScript(url);
    const request = new XMLHttpRequest();
    request.open('GET', url, false);
    request.responseType = 'arraybuffer';
    request.send();
    if (request.status !== 200) throw new Error(`HTTP ${String(request.status)}`);
    return request.response as ArrayBuffer;
  },
};
