// SPDX-License-Identifier: MIT
import type { FromWorker, RunId, ToWorker } from '../protocol/messages';
import { Driver } from './driver';
import type { NetworkView } from './fetch_failure';
import { importGlue } from './import_script';
import { Library, networkTransport } from './library';
import { RarePart, RarePartUnreachable } from './rare_part';
import { createRuntime, type EmscriptenFactory } from './runtime';
import { createScheduler } from './scheduler';
import { warmUp } from './warm_up';
import warmUpProgram from './warm_up.py?raw';

/** The part of a dedicated worker's global scope that we use (the DOM types know only windows). */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}
const scope = self as unknown as WorkerScope;

const scheduler = createScheduler();
/** What programs' requests go through. */
const network: NetworkView = {
  fetch: (url, init) => fetch(url, init),
  get online() { return navigator.onLine; },
  origin: self.origin,
};
/** Settles when the glue has been imported; a start that comes sooner waits for it. */
let booted: Promise<{
  readonly module: WebAssembly.Module;
  readonly factory: EmscriptenFactory;
  readonly rarePart: RarePart;
  readonly library: Library;
}> | undefined;
/** The newest run asked for: one that was overtaken while it loaded is not started. */
let wanted: RunId | undefined;
let current: { readonly run: RunId; readonly driver: Driver } | undefined;

function post(message: FromWorker): void {
  const transfer: Transferable[] = [];
  if (message.type === 'frame') {
    if (message.output) transfer.push(message.output.buffer as ArrayBuffer);
    if (message.trace) transfer.push(message.trace.buffer as ArrayBuffer);
  }
  scope.postMessage(message, transfer);
}

function crashed(run: RunId | null, error: unknown): void {
  if (current?.run === run) current?.driver.abandon();
  current = undefined;
  if (error instanceof RarePartUnreachable) post({ type: 'crashed', run, cause: 'unreachable', message: error.message });
  else post({ type: 'crashed', run, cause: 'fault', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
}

async function boot(message: Extract<ToWorker, { type: 'boot' }>): Promise<NonNullable<Awaited<typeof booted>>> {
  const factory = await importGlue(message.glueUrl);
  post({ type: 'ready' });
  prepare(factory, message.module).catch(() => undefined); // the first run will say what is wrong
  return {
    module: message.module,
    factory,
    rarePart: new RarePart(message.rareUrl, message.plainModules, networkTransport),
    library: new Library(message.libraryUrl, networkTransport),
  };
}

/** What the first program needs has been compiled when it comes; if it comes at once, it goes first. */
async function prepare(factory: EmscriptenFactory, module: WebAssembly.Module): Promise<void> {
  const absent = (): never => { throw new Error('the warm-up is a plain program'); };
  const cancelled = (): boolean => wanted !== undefined;
  if (cancelled()) return;
  warmUp(await createRuntime(factory, module, { now: absent }, absent), warmUpProgram, scheduler, cancelled);
}

async function start(message: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  current?.driver.stop();
  current = undefined;
  if (!booted) throw new Error('start before boot');
  const { run, options } = message;
  wanted = run;
  const { module, factory, rarePart, library } = await booted;
  const runtime = await createRuntime(factory, module, rarePart, (name) => library.getNow(name));
  if (wanted !== run) return;
  runtime.configure(options);
  const { ok, diagnostics } = runtime.load(message.source, message.filename);
  if (!ok) {
    post({ type: 'rejected', run, diagnostics });
    return;
  }
  const imports = runtime.imports();
  rarePart.prefetch(imports);
  library.prefetch(imports);
  const guarded = guardScheduler(run);
  const driver = new Driver(run, runtime, guarded, post, options.clock, async (name) => {
    const answer = await library.get(name);
    await rarePart.readyFor(name);
    return answer;
  }, network);
  current = { run, driver };
  post({ type: 'started', run, warnings: diagnostics });
  driver.start(options.startPaused);
}

/** A trap in the runtime surfaces in a scheduled task: it must cross as data. */
function guardScheduler(run: RunId): typeof scheduler {
  const guard = (task: () => void) => () => {
    try {
      task();
    } catch (error) {
      crashed(run, error);
    }
  };
  return {
    ...scheduler,
    soon: (task) => { scheduler.soon(guard(task)); },
    after: (ms, task) => scheduler.after(ms, guard(task)),
  };
}

function handle(message: ToWorker): void {
  switch (message.type) {
    case 'boot':
      booted = boot(message);
      booted.catch((error: unknown) => { crashed(null, error); });
      return;
    case 'start':
      start(message).catch((error: unknown) => { crashed(message.run, error); });
      return;
    case 'stop':
      if (wanted === message.run && !current) {
        // Still loading: there is nothing to wind down.
        wanted = undefined;
        post({ type: 'ended', run: message.run, exitCode: -1, programTime: 0, cause: 'stopped' });
        return;
      }
      break;
    default:
  }
  if (current?.run !== message.run) return;
  const { driver } = current;
  switch (message.type) {
    case 'pause':
      driver.pause();
      return;
    case 'resume':
      driver.resume();
      return;
    case 'step':
      driver.step();
      return;
    case 'stop':
      driver.stop();
      return;
    case 'clock':
      driver.setClock(message.clock);
      return;
    case 'input':
      driver.provideInput(message.line);
      return;
    case 'requests':
      driver.sendRequests(message.requests);
      return;
    case 'ack':
      driver.ack(message.frame);
      return;
  }
}

scope.onmessage = (event) => {
  try {
    handle(event.data);
  } catch (error) {
    crashed('run' in event.data ? event.data.run : null, error);
  }
};
