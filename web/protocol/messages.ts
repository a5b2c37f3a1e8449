// SPDX-License-Identifier: MIT
// What the page and the worker say to each other: one tagged union for each direction.
// Nothing but plain data crosses; a crash crosses as data too.

/** Numbers the runs of one page. A message about an earlier run is ignored. */
export type RunId = number;

export type ClockKind = 'real' | 'virtual';

export interface ClockSetting {
  readonly kind: ClockKind;
  /** Program seconds per real second; ignored by the virtual clock. */
  readonly speed: number;
}

export interface RunOptions {
  readonly clock: ClockSetting;
  /** Seed of `random`, or null for a different one each run. */
  readonly seed: number | null;
  /** Start with one step instead of running freely. */
  readonly startPaused: boolean;
}

/** What the program is doing when a frame is sent. */
export type Activity = 'running' | 'waiting' | 'blocked' | 'input' | 'importing' | 'paused';

export interface Diagnostic {
  readonly message: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units as editors count; the end is exclusive. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Python class, e.g. `SyntaxError` or `SyntaxWarning`; or `BlockingCall`: advice, with what is called as message. */
  readonly kind: string;
  /** Of a blocking call: what does the same and lets the loop go on. */
  readonly instead?: string;
}

export type HttpHeader = readonly [name: string, value: string];

/** A request that the page sends to a server in the program. */
export interface PageRequest {
  /** The page's own number for it; its answer carries it. */
  readonly id: number;
  /** Program seconds from now until it arrives. */
  readonly at: number;
  readonly method: string;
  /** Path and query, or a full URL to choose among several servers. */
  readonly url: string;
  readonly headers: readonly HttpHeader[];
  readonly body: string | null;
}

/** What became of a `PageRequest`. Times are program seconds. */
export interface PageResponse {
  readonly id: number;
  /** `refused`: no server listened when it arrived; `failed`: the connection broke; `aborted`: the program ended. */
  readonly outcome: 'done' | 'refused' | 'failed' | 'aborted';
  readonly status: number;
  readonly headers: readonly HttpHeader[];
  /** The first 64 KB, as text. */
  readonly body: string;
  readonly truncated: boolean;
  /** Of the whole body. */
  readonly bytes: number;
  readonly sentAt: number;
  /** `failed`: why, in English. */
  readonly error?: string;
  /** Absent if no answer began. */
  readonly firstByteAt?: number;
  readonly doneAt: number;
}

export type ToWorker =
  | { readonly type: 'boot'; readonly module: WebAssembly.Module; readonly glueUrl: string; readonly libraryUrl: string;
      /** The part of the runtime that only some programs need, and the top-level modules that never do. */
      readonly rareUrl: string; readonly plainModules: readonly string[] }
  | { readonly type: 'start'; readonly run: RunId; readonly source: string; readonly filename: string; readonly options: RunOptions }
  | { readonly type: 'pause'; readonly run: RunId }
  | { readonly type: 'resume'; readonly run: RunId }
  | { readonly type: 'step'; readonly run: RunId }
  | { readonly type: 'stop'; readonly run: RunId }
  | { readonly type: 'clock'; readonly run: RunId; readonly clock: ClockSetting }
  /** A line for `input()`, without its newline; null is the end of input. */
  | { readonly type: 'input'; readonly run: RunId; readonly line: string | null }
  /** Requests to the server that the program runs. */
  | { readonly type: 'requests'; readonly run: RunId; readonly requests: readonly PageRequest[] }
  /** The page has taken frame `frame`. Without it the worker soon holds the program back. */
  | { readonly type: 'ack'; readonly run: RunId; readonly frame: number };

export interface Frame {
  readonly type: 'frame';
  readonly run: RunId;
  readonly frame: number;
  readonly activity: Activity;
  /** While `importing`: the module whose asset is on its way. */
  readonly module?: string;
  /** Program seconds since the start. */
  readonly programTime: number;
  /** Output records (see output_records.ts), absent if nothing was printed. */
  readonly output?: Uint8Array;
  /** Trace records, absent if nothing happened. */
  readonly trace?: Uint8Array;
  /** Snapshot JSON (see snapshot.ts); parsed by the page only if it is still the newest when it draws. */
  readonly snapshot?: string;
  /** Answers of the program's server to the page's requests, absent if none came. */
  readonly responses?: readonly PageResponse[];
}

export type FromWorker =
  | { readonly type: 'ready' }
  /** It compiled; warnings do not keep it from running. */
  | { readonly type: 'started'; readonly run: RunId; readonly warnings: readonly Diagnostic[] }
  /** The program did not compile. */
  | { readonly type: 'rejected'; readonly run: RunId; readonly diagnostics: readonly Diagnostic[] }
  | Frame
  | { readonly type: 'ended'; readonly run: RunId; readonly exitCode: number; readonly programTime: number; readonly cause: 'exit' | 'stopped' }
  /** The runtime itself failed, or a part of it could not be fetched; the worker is of no more use. */
  | { readonly type: 'crashed'; readonly run: RunId | null; readonly cause: 'fault' | 'unreachable'; readonly message: string };
