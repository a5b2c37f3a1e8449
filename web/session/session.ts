// SPDX-License-Identifier: MIT
import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { isWarning } from '../protocol/diagnostics';
import type { Activity, ClockSetting, Diagnostic, Frame, FromWorker, PageRequest } from '../protocol/messages';
import type { Snapshot, TaskId } from '../protocol/snapshot';
import { ConsoleStore } from './console_store';
import { LoadStore } from './load_store';
import { isBusy, isLive, transition, type RunEvent, type RunState } from './machine';
import { ProgramClock } from './program_clock';
import { readSnapshot } from './read_snapshot';
import { TaskColours } from './task_colours';
import { TraceStore } from './trace_store';
import type { WorkerFactory, WorkerLink } from './worker_link';

/** A worker that has not answered a stop by then is terminated and replaced. */
export const STOP_PATIENCE_MS = 150;

/** How long a phase stays lit when nothing follows. */
const LIT_MS = 80;

export interface Outcome {
  readonly cause: 'exit' | 'stopped' | 'killed' | 'rejected' | 'crashed' | 'unreachable';
  readonly exitCode: number;
  readonly message?: string;
}

export interface SessionDeps {
  readonly createWorker: WorkerFactory;
  /** Calls back before the next paint; a hidden page still gets its turn. */
  readonly nextFrame: (draw: () => void) => void;
  readonly after: (ms: number, task: () => void) => () => void;
  readonly clock?: ProgramClock;
}

const ACTIVITY_EVENTS: Readonly<Record<Activity, RunEvent>> = {
  running: 'active',
  waiting: 'waits',
  blocked: 'blocks',
  input: 'asks',
  importing: 'imports',
  paused: 'pauses',
};

/**
 * The page's side of a run: owns the worker, follows the run's state, and keeps everything a panel reads.
 * Nothing here is lost when a worker dies: the console, trace and last snapshot stay.
 */
export class Session {
  readonly console = new ConsoleStore();
  readonly trace = new TraceStore();
  readonly load = new LoadStore();
  readonly colours = new TaskColours();
  readonly clock: ProgramClock;

  readonly state: ReadonlySignal<RunState>;
  readonly snapshot: ReadonlySignal<Snapshot | null>;
  readonly diagnostics: ReadonlySignal<readonly Diagnostic[]>;
  readonly outcome: ReadonlySignal<Outcome | null>;
  /** Selected in any panel, in the editor or on the timeline. */
  readonly selectedTask: Signal<TaskId | null> = signal(null);
  /** The source that runs or ran last; its line numbers are what the panels speak of. */
  readonly ranSource: ReadonlySignal<string | null>;
  /** The module whose asset is on its way, while the state is `importing`. */
  readonly importing: ReadonlySignal<string>;
  readonly live: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;

  /** Is given each batch of trace records as it arrives; for whoever passes them on. */
  onTrace: ((records: Uint8Array) => void) | undefined;

  private readonly stateSignal = signal<RunState>('idle');
  private readonly snapshotSignal = signal<Snapshot | null>(null);
  private readonly diagnosticsSignal = signal<readonly Diagnostic[]>([]);
  private readonly outcomeSignal = signal<Outcome | null>(null);
  private readonly ranSourceSignal = signal<string | null>(null);
  private readonly importingSignal = signal('');

  private run = 0;
  private worker: WorkerLink | undefined;
  private cancelStopTimer: (() => void) | undefined;
  private cancelDim: (() => void) | undefined;
  private pendingSnapshot: string | undefined;
  private drawQueued = false;
  private clockSetting: ClockSetting = { kind: 'real', speed: 1 };

  constructor(private readonly deps: SessionDeps) {
    this.clock = deps.clock ?? new ProgramClock();
    this.state = this.stateSignal;
    this.snapshot = this.snapshotSignal;
    this.diagnostics = this.diagnosticsSignal;
    this.outcome = this.outcomeSignal;
    this.ranSource = this.ranSourceSignal;
    this.importing = this.importingSignal;
    this.live = computed(() => isLive(this.stateSignal.value));
    this.busy = computed(() => isBusy(this.stateSignal.value));
  }

  /** Boots a worker ahead of the first run, so that Run answers at once. */
  warmUp(): void {
    this.worker ??= this.spawn();
  }

  /** Starts a fresh program; one that still runs is stopped first. */
  start(source: string, options: { readonly clock: ClockSetting; readonly seed: number | null; readonly startPaused?: boolean }): void {
    if (isBusy(this.stateSignal.value)) this.dropWorker();
    this.cancelStopTimer?.();
    this.run += 1;
    this.clockSetting = options.clock;
    batch(() => {
      this.console.clear();
      this.trace.clear();
      this.load.clear();
      this.colours.clear();
      this.snapshotSignal.value = null;
      this.diagnosticsSignal.value = [];
      this.outcomeSignal.value = null;
      this.ranSourceSignal.value = source;
      this.selectedTask.value = null;
      this.pendingSnapshot = undefined;
      this.clock.freeze(0);
      this.follow('run');
    });
    this.worker ??= this.spawn();
    this.worker.post({
      type: 'start',
      run: this.run,
      source,
      filename: 'main.py',
      options: { clock: options.clock, seed: options.seed, startPaused: options.startPaused ?? false },
    });
  }

  stop(): void {
    if (!isBusy(this.stateSignal.value)) return;
    this.follow('stop');
    this.worker?.post({ type: 'stop', run: this.run });
    this.cancelStopTimer?.();
    this.cancelStopTimer = this.deps.after(STOP_PATIENCE_MS, () => {
      if (this.stateSignal.value !== 'stopping') return;
      this.dropWorker();
      this.finish({ cause: 'killed', exitCode: -1 });
      this.warmUp();
    });
  }

  pause(): void {
    if (isLive(this.stateSignal.value)) this.worker?.post({ type: 'pause', run: this.run });
  }

  resume(): void {
    if (this.stateSignal.value !== 'paused') return;
    this.worker?.post({ type: 'resume', run: this.run });
    this.follow('active');
  }

  /** One coroutine step of the live program. */
  step(): void {
    if (isLive(this.stateSignal.value)) this.worker?.post({ type: 'step', run: this.run });
  }

  setClock(clock: ClockSetting): void {
    this.clockSetting = clock;
    if (!isLive(this.stateSignal.value)) return;
    this.worker?.post({ type: 'clock', run: this.run, clock });
    if (this.stateSignal.value !== 'paused') this.clock.sync(this.clock.time(), 'running', clock);
  }

  /** Answers `input()`; the console shows the answer as a terminal would. */
  provideInput(line: string): void {
    if (this.stateSignal.value !== 'input') return;
    this.console.echo(line);
    this.worker?.post({ type: 'input', run: this.run, line });
    this.follow('active');
  }

  /** Sends requests to the server that the program runs. */
  sendRequests(requests: readonly PageRequest[]): void {
    if (!isLive(this.stateSignal.value)) return;
    this.load.add(requests);
    this.worker?.post({ type: 'requests', run: this.run, requests });
  }

  /** The program was edited: what was said about its lines no longer holds. */
  forgetDiagnostics(): void {
    if (this.diagnosticsSignal.value.length > 0) this.diagnosticsSignal.value = [];
  }

  private spawn(): WorkerLink {
    const link: WorkerLink = this.deps.createWorker((message) => {
      // A terminated worker's last words are not about us.
      if (this.worker === link) this.receive(message);
    });
    return link;
  }

  private dropWorker(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  private follow(event: RunEvent): void {
    this.stateSignal.value = transition(this.stateSignal.value, event);
  }

  private receive(message: FromWorker): void {
    if (message.type === 'ready') return;
    if (message.type === 'crashed') {
      if (message.run === null || message.run === this.run) this.crash(message.cause, message.message);
      return;
    }
    if (message.run !== this.run) return;
    switch (message.type) {
      case 'started':
        this.diagnosticsSignal.value = message.warnings;
        this.follow('started');
        return;
      case 'rejected':
        batch(() => {
          this.diagnosticsSignal.value = message.diagnostics;
          this.reportDiagnostics(message.diagnostics);
          this.outcomeSignal.value = { cause: 'rejected', exitCode: 1 };
          this.follow('rejected');
        });
        return;
      case 'frame':
        this.takeFrame(message);
        return;
      case 'ended':
        this.finish({ cause: message.cause, exitCode: message.exitCode }, message.programTime);
        return;
    }
  }

  private takeFrame(frame: Frame): void {
    this.worker?.post({ type: 'ack', run: frame.run, frame: frame.frame });
    batch(() => {
      if (frame.output) this.console.append(frame.output);
      if (frame.trace) {
        this.trace.append(frame.trace);
        this.onTrace?.(frame.trace);
        for (const id of this.trace.lanes.keys()) this.colours.of(id);
      }
      if (frame.responses) this.load.take(frame.responses);
      this.clock.sync(frame.programTime, frame.activity, this.clockSetting);
      if (frame.module !== undefined) this.importingSignal.value = frame.module;
      this.follow(ACTIVITY_EVENTS[frame.activity]);
    });
    if (frame.snapshot !== undefined) this.pendingSnapshot = frame.snapshot;
    this.queueDraw();
  }

  private queueDraw(): void {
    if (this.drawQueued) return;
    this.drawQueued = true;
    this.deps.nextFrame(() => {
      this.drawQueued = false;
      this.draw();
    });
  }

  /** Publishes what arrived since the last paint; of several snapshots only the newest is parsed. */
  private draw(): void {
    const json = this.pendingSnapshot;
    this.pendingSnapshot = undefined;
    this.cancelDim?.();
    this.cancelDim = this.deps.after(LIT_MS, () => { this.trace.dim(); });
    batch(() => {
      this.trace.publish();
      if (json !== undefined) {
        this.snapshotSignal.value = readSnapshot(json);
      }
    });
  }

  private finish(outcome: Outcome, programTime?: number): void {
    this.cancelStopTimer?.();
    this.draw();
    batch(() => {
      this.clock.freeze(programTime);
      this.load.end(this.clock.time());
      this.outcomeSignal.value = outcome;
      this.follow('ended');
    });
  }

  private crash(cause: 'fault' | 'unreachable', message: string): void {
    this.cancelStopTimer?.();
    this.dropWorker();
    this.draw();
    batch(() => {
      this.clock.freeze();
      this.load.end(this.clock.time());
      this.outcomeSignal.value = { cause: cause === 'fault' ? 'crashed' : cause, exitCode: -1, message };
      this.follow('crash');
    });
  }

  /** A rejected program says so in the console too, as Python itself would. */
  private reportDiagnostics(diagnostics: readonly Diagnostic[]): void {
    const lines = this.ranSourceSignal.value?.split('\n') ?? [];
    for (const { kind, message, line, column, endColumn, endLine } of diagnostics) {
      if (isWarning(kind)) continue;
      const source = lines[line - 1] ?? '';
      const indent = source.length - source.trimStart().length;
      const from = Math.max(0, column - 1 - indent);
      const width = endLine === line ? Math.max(1, endColumn - column) : Math.max(1, source.trimEnd().length - column + 1);
      this.console.note('stderr', 0, [
        `  File "main.py", line ${String(line)}`,
        `    ${source.trim()}`,
        `    ${' '.repeat(from)}${'^'.repeat(width)}`,
        `${kind}: ${message}`,
      ].join('\n'));
    }
  }
}
