// SPDX-License-Identifier: MIT
import type { Activity, ClockSetting, Frame, FromWorker, PageRequest, RunId } from '../protocol/messages';
import type { NetworkView } from './fetch_failure';
import { Fetches } from './fetches';
import { RunStatus, type ModuleAnswer, type Runtime } from './runtime';
import type { Scheduler } from './scheduler';

/** Short enough that Stop feels immediate, long enough that slicing costs nothing. */
const SLICE_MS = 10;
/** One animation frame: output, trace and snapshot are drained at most this often. */
const FRAME_MS = 16;
/** A module that comes sooner is not worth a word in the page. */
const SAY_LOADING_MS = 150;
/** Frames the page has not taken yet before the program is held back (bounds memory under floods). */
const MAX_UNTAKEN_FRAMES = 3;

/**
 * Drives one program: calls `run` in slices so that messages get through, waits with real timers,
 * and ships frames. Pausing is not calling `run`; nothing of the program lives on a stack.
 */
export class Driver {
  private activity: Activity = 'running';
  private paused = false;
  private stepWanted = false;
  private ended = false;
  /** A slice is queued or a wake-up timer is set. */
  private slicePending = false;
  private wakeTimer: number | undefined;
  private frameTimer: number | undefined;
  private lastFrameAt = -Infinity;
  /** The module that an import waits for: the program stands still until it is there. */
  private wanted: string | undefined;
  private sayTimer: number | undefined;
  private frame = 0;
  private taken = 0;
  private readonly fetches: Fetches;

  constructor(
    private readonly run: RunId,
    private readonly runtime: Runtime,
    private readonly scheduler: Scheduler,
    private readonly post: (message: FromWorker) => void,
    private clock: ClockSetting,
    private readonly fetchModule: (name: string) => Promise<ModuleAnswer>,
    network: NetworkView,
  ) {
    this.fetches = new Fetches(runtime, network, () => { this.queueSlice(); });
  }

  start(paused: boolean): void {
    if (paused) {
      this.paused = true;
      this.step();
    } else {
      this.queueSlice();
    }
  }

  pause(): void {
    // A step may be long, or never end: it can be paused like everything else.
    if (this.ended || (this.paused && !this.stepWanted)) return;
    if (this.stepWanted) this.runtime.setClock(this.clock);
    this.paused = true;
    this.stepWanted = false;
    this.cancelWake();
    this.fetches.hold(true);
    this.runtime.setPaused(true);
    this.activity = 'paused';
    this.sendFrame();
  }

  resume(): void {
    if (this.ended || !this.paused) return;
    this.paused = false;
    this.stepWanted = false;
    this.runtime.setClock(this.clock);
    this.runtime.setPaused(this.wanted !== undefined);
    this.activity = this.wanted === undefined ? 'running' : 'importing';
    this.fetches.hold(false);
    this.queueSlice();
  }

  /** Pauses if need be and makes one coroutine step; a program that only waits is moved to its next deadline. */
  step(): void {
    if (this.ended) return;
    this.paused = true;
    this.stepWanted = true;
    this.cancelWake();
    this.runtime.setPaused(this.wanted !== undefined);
    this.runtime.setClock({ kind: 'virtual', speed: 1 });
    this.runtime.step();
    this.fetches.hold(false);
    this.queueSlice();
  }

  stop(): void {
    if (this.ended) return;
    this.end('stopped');
  }

  /** A line for `input()`; null is the end of input. */
  provideInput(line: string | null): void {
    if (this.ended) return;
    this.runtime.provideInput(line);
    this.queueSlice();
  }

  /** Requests of the page to the program's server. */
  sendRequests(requests: readonly PageRequest[]): void {
    if (this.ended) return;
    for (const request of requests) this.runtime.sendRequest(request);
    // A program that waits may have to be woken sooner.
    this.cancelWake();
    this.queueSlice();
  }

  setClock(clock: ClockSetting): void {
    this.clock = clock;
    if (this.ended || this.paused) return;
    this.runtime.setClock(clock);
    // What was waiting may be due now.
    this.cancelWake();
    this.queueSlice();
  }

  ack(frame: number): void {
    const held = this.isHeldBack();
    this.taken = Math.max(this.taken, frame);
    if (held && !this.isHeldBack()) this.queueSlice();
  }

  private isHeldBack(): boolean {
    return this.frame - this.taken >= MAX_UNTAKEN_FRAMES;
  }

  private queueSlice(): void {
    if (this.slicePending || this.ended || this.wanted !== undefined) return;
    this.slicePending = true;
    this.scheduler.soon(() => {
      this.slicePending = false;
      this.slice();
    });
  }

  private slice(): void {
    if (this.ended || this.wanted !== undefined || (this.paused && !this.stepWanted) || this.isHeldBack()) return;
    this.cancelWake();
    const status = this.runtime.run(SLICE_MS);
    this.fetches.carryOut();
    switch (status) {
      case RunStatus.finished:
        this.end('exit');
        return;
      case RunStatus.stepped:
        // The end of a step that was paused in its middle; by now the program runs.
        if (!this.stepWanted) {
          this.queueSlice();
          return;
        }
        this.stepWanted = false;
        this.paused = true;
        this.fetches.hold(true);
        this.runtime.setClock(this.clock);
        this.runtime.setPaused(true);
        this.activity = 'paused';
        this.sendFrame();
        return;
      case RunStatus.budget:
        this.activity = 'running';
        this.frameSoon();
        this.queueSlice();
        return;
      case RunStatus.module:
        this.awaitModule(this.runtime.wantedModule());
        return;
      case RunStatus.waiting:
      case RunStatus.blocked:
      case RunStatus.input:
        this.activity = status === RunStatus.waiting ? 'waiting' : status === RunStatus.blocked ? 'blocked' : 'input';
        this.frameSoon();
        // Only a line can end the wait for one.
        if (status !== RunStatus.input) this.sleep(this.runtime.waitMs());
        return;
    }
  }

  /** Program time stands still meanwhile, whatever the clock. */
  private awaitModule(name: string): void {
    this.wanted = name;
    this.runtime.setPaused(true);
    this.sayTimer = this.scheduler.after(SAY_LOADING_MS, () => {
      this.sayTimer = undefined;
      if (this.ended || (this.paused && !this.stepWanted)) return;
      this.activity = 'importing';
      this.sendFrame();
    });
    void this.fetchModule(name).then((answer) => { this.scheduler.soon(() => { this.moduleArrived(name, answer); }); });
  }

  private moduleArrived(name: string, answer: ModuleAnswer): void {
    if (this.sayTimer !== undefined) this.scheduler.cancel(this.sayTimer);
    this.sayTimer = undefined;
    this.wanted = undefined;
    if (this.ended) return;
    this.runtime.provideModule(name, answer);
    this.runtime.setPaused(this.paused && !this.stepWanted);
    this.queueSlice();
  }

  private sleep(ms: number): void {
    if (ms <= 0) {
      this.queueSlice();
    } else if (Number.isFinite(ms)) {
      this.wakeTimer = this.scheduler.after(ms, () => {
        this.wakeTimer = undefined;
        this.queueSlice();
      });
    }
  }

  private cancelWake(): void {
    if (this.wakeTimer === undefined) return;
    this.scheduler.cancel(this.wakeTimer);
    this.wakeTimer = undefined;
  }

  /** Sends a frame now if the last is a frame's time ago, else when it will be. */
  private frameSoon(): void {
    const due = this.lastFrameAt + FRAME_MS - this.scheduler.now();
    if (due <= 0) {
      this.sendFrame();
      return;
    }
    this.frameTimer ??= this.scheduler.after(due, () => {
      this.frameTimer = undefined;
      if (!this.ended) this.sendFrame();
    });
  }

  private sendFrame(): void {
    if (this.frameTimer !== undefined) {
      this.scheduler.cancel(this.frameTimer);
      this.frameTimer = undefined;
    }
    this.lastFrameAt = this.scheduler.now();
    const output = this.runtime.output();
    const trace = this.runtime.trace();
    const responses = this.runtime.responses();
    const frame: Frame = {
      type: 'frame',
      run: this.run,
      frame: ++this.frame,
      activity: this.activity,
      ...(this.activity === 'importing' && this.wanted !== undefined && { module: this.wanted }),
      programTime: this.runtime.programTime(),
      ...(output && { output }),
      ...(trace && { trace }),
      ...(responses && { responses }),
      snapshot: this.runtime.snapshot(),
    };
    this.post(frame);
  }

  /** The runtime failed in the middle of something: saves what was printed, if it still can, and is silent from then on. */
  abandon(): void {
    if (this.ended) return;
    this.ended = true;
    this.fetches.close();
    this.cancelWake();
    try {
      const output = this.runtime.output();
      if (!output) return;
      this.post({ type: 'frame', run: this.run, frame: ++this.frame, activity: this.activity, programTime: this.runtime.programTime(), output });
    } catch {
      // the failure itself is reported
    }
  }

  private end(cause: 'exit' | 'stopped'): void {
    this.cancelWake();
    this.fetches.close();
    this.sendFrame();
    this.ended = true;
    this.post({
      type: 'ended',
      run: this.run,
      exitCode: cause === 'exit' ? this.runtime.exitCode() : -1,
      programTime: this.runtime.programTime(),
      cause,
    });
  }
}
