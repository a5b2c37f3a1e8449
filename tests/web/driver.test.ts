// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it } from 'vitest';
import type { FromWorker, PageRequest, PageResponse } from '../../web/protocol/messages';
import { Driver } from '../../web/worker/driver';
import type { NetworkView } from '../../web/worker/fetch_failure';
import type { FetchCommand } from '../../web/worker/fetches';
import { parseDiagnostics, RunStatus, type ModuleAnswer, type Runtime } from '../../web/worker/runtime';
import type { Scheduler } from '../../web/worker/scheduler';

/** Time and turns by hand. */
class ManualScheduler implements Scheduler {
  time = 0;
  private turns: (() => void)[] = [];
  private timers = new Map<number, { readonly at: number; readonly task: () => void }>();
  private next = 1;

  now(): number {
    return this.time;
  }

  soon(task: () => void): void {
    this.turns.push(task);
  }

  after(ms: number, task: () => void): number {
    const handle = this.next++;
    this.timers.set(handle, { at: this.time + ms, task });
    return handle;
  }

  cancel(handle: number): void {
    this.timers.delete(handle);
  }

  get idle(): boolean {
    return this.turns.length === 0 && this.timers.size === 0;
  }

  /** Runs one queued turn. */
  turn(): void {
    this.turns.shift()?.();
  }

  /** Lets time pass, with everything that comes due. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      while (this.turns.length > 0) this.turn();
      const due = [...this.timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.time = Math.max(this.time, due[1].at);
      this.timers.delete(due[0]);
      due[1].task();
    }
    this.time = end;
  }
}

class FakeRuntime implements Runtime {
  statuses: RunStatus[] = [];
  wait = 0;
  runs = 0;
  clocks: string[] = [];
  lines: (string | null)[] = [];
  provided: string[] = [];
  commands: FetchCommand[] = [];
  fetched: string[] = [];
  sent: string[] = [];
  answers: PageResponse[] = [];
  /** A step goes on for so many slices. */
  stepSlices = 1;
  private stepping = 0;

  constructor(private readonly scheduler: ManualScheduler, private readonly sliceMs = 10) {}

  configure(): void { /* nothing to set up */ }
  load(): { ok: true; diagnostics: [] } { return { ok: true, diagnostics: [] }; }
  run(): RunStatus {
    this.runs += 1;
    this.scheduler.time += this.sliceMs;
    if (this.stepping > 0) {
      this.stepping -= 1;
      return this.stepping > 0 ? RunStatus.budget : RunStatus.stepped;
    }
    return this.statuses.shift() ?? RunStatus.budget;
  }
  waitMs(): number { return this.wait; }
  step(): void { this.stepping = this.stepSlices; }
  setClock({ kind, speed }: { kind: string; speed: number }): void { this.clocks.push(`${kind} ${String(speed)}`); }
  setPaused(paused: boolean): void { this.clocks.push(paused ? 'paused' : 'going'); }
  provideInput(line: string | null): void { this.lines.push(line); }
  imports(): { modules: []; native: [] } { return { modules: [], native: [] }; }
  wantedModule(): string { return 'textwrap'; }
  provideModule(name: string, answer: ModuleAnswer): void { this.provided.push(`${name} ${answer.kind}`); }
  fetchCommands(): readonly FetchCommand[] { return this.commands.splice(0); }
  fetchHead(id: number, status: number): void { this.fetched.push(`head ${String(id)} ${String(status)}`); }
  fetchData(id: number, bytes: Uint8Array): boolean { return this.fetched.push(`data ${String(id)} ${String(bytes.byteLength)}`) > 0; }
  fetchEnd(id: number): void { this.fetched.push(`end ${String(id)}`); }
  sendRequest(request: PageRequest): void { this.sent.push(request.url); }
  responses(): readonly PageResponse[] | undefined { return this.answers.length > 0 ? this.answers.splice(0) : undefined; }
  exitCode(): number { return 3; }
  programTime(): number { return this.scheduler.time / 1000; }
  output(): undefined { return undefined; }
  trace(): undefined { return undefined; }
  snapshot(): string { return '{}'; }
}

const noNetwork: NetworkView = { fetch: () => Promise.reject(new Error('no network here')), online: true, origin: 'https://page.example' };

describe('the driver', () => {
  let scheduler: ManualScheduler;
  let runtime: FakeRuntime;
  let posted: FromWorker[];
  let driver: Driver;
  /** Answers of the library, given by hand. */
  let arrive: ((answer: ModuleAnswer) => void) | undefined;
  const fetchModule = (): Promise<ModuleAnswer> => new Promise((resolve) => { arrive = resolve; });

  beforeEach(() => {
    scheduler = new ManualScheduler();
    runtime = new FakeRuntime(scheduler);
    posted = [];
    driver = new Driver(1, runtime, scheduler, (message) => {
      posted.push(message);
      if (message.type === 'frame') driver.ack(message.frame);
    }, { kind: 'real', speed: 2 }, fetchModule, noNetwork);
  });

  const frames = () => posted.filter((message) => message.type === 'frame');
  const activity = () => frames().at(-1)?.activity;

  it('runs in slices, one a turn, and ends', () => {
    runtime.statuses = [RunStatus.budget, RunStatus.budget, RunStatus.finished];
    driver.start(false);
    scheduler.turn();
    expect(runtime.runs).toBe(1);
    scheduler.pass(100);
    expect(runtime.runs).toBe(3);
    expect(posted.at(-1)).toEqual({ type: 'ended', run: 1, exitCode: 3, programTime: 0.03, cause: 'exit' });
    expect(scheduler.idle).toBe(true);
  });

  it('sends at most one frame in 16 ms', () => {
    runtime = new FakeRuntime(scheduler, 1);
    driver = new Driver(1, runtime, scheduler, (message) => {
      posted.push(message);
      if (message.type === 'frame') driver.ack(message.frame);
    }, { kind: 'real', speed: 1 }, fetchModule, noNetwork);
    driver.start(false);
    for (let turn = 0; turn < 160; turn += 1) scheduler.turn();
    expect(frames().length).toBeLessThanOrEqual(11);
    expect(frames().length).toBeGreaterThanOrEqual(9);
  });

  it('sleeps until the program can go on', () => {
    runtime.statuses = [RunStatus.waiting, RunStatus.finished];
    runtime.wait = 500;
    driver.start(false);
    scheduler.pass(499);
    expect(runtime.runs).toBe(1);
    expect(activity()).toBe('waiting');
    scheduler.pass(20);
    expect(runtime.runs).toBe(2);
  });

  it('waits for ever without a timer, and can still be stopped', () => {
    runtime.statuses = [RunStatus.waiting];
    runtime.wait = Infinity;
    driver.start(false);
    scheduler.pass(100_000);
    expect(runtime.runs).toBe(1);
    driver.stop();
    expect(posted.at(-1)).toMatchObject({ type: 'ended', cause: 'stopped' });
  });

  it('waits for a line of input', () => {
    runtime.statuses = [RunStatus.input, RunStatus.finished];
    driver.start(false);
    scheduler.pass(10_000);
    expect(activity()).toBe('input');
    expect(runtime.runs).toBe(1);
    driver.provideInput('hello');
    scheduler.pass(50);
    expect(runtime.lines).toEqual(['hello']);
    expect(posted.at(-1)).toMatchObject({ type: 'ended' });
  });

  it('tells blocking from waiting', () => {
    runtime.statuses = [RunStatus.blocked];
    runtime.wait = 5_000;
    driver.start(false);
    scheduler.pass(50);
    expect(activity()).toBe('blocked');
  });

  it('stops between two slices of an endless loop', () => {
    driver.start(false);
    for (let turn = 0; turn < 5; turn += 1) scheduler.turn();
    driver.stop();
    scheduler.pass(1_000);
    expect(runtime.runs).toBe(5);
  });

  it('stands still while paused, program time too, and goes on', () => {
    driver.start(false);
    scheduler.turn();
    driver.pause();
    expect(activity()).toBe('paused');
    expect(runtime.clocks).toEqual(['paused']);
    scheduler.pass(1_000);
    expect(runtime.runs).toBe(1);
    driver.resume();
    expect(runtime.clocks).toEqual(['paused', 'real 2', 'going']);
    scheduler.turn();
    expect(runtime.runs).toBe(2);
  });

  it('makes one step at a time, from a run or from a pause', () => {
    driver.start(true);
    scheduler.pass(100);
    expect(runtime.runs).toBe(1);
    expect(activity()).toBe('paused');
    driver.step();
    driver.step();
    scheduler.pass(100);
    expect(runtime.runs).toBe(2);
    driver.resume();
    scheduler.turn();
    scheduler.turn();
    driver.step();
    scheduler.pass(100);
    expect(activity()).toBe('paused');
  });

  it('pauses a long step, which does not pause the program once more when it ends', () => {
    runtime.stepSlices = 4;
    driver.start(true);
    scheduler.turn();
    scheduler.turn();
    expect(activity()).toBe('running');
    driver.pause();
    expect(activity()).toBe('paused');
    expect(runtime.clocks.slice(-2)).toEqual(['real 2', 'paused']);
    scheduler.pass(100);
    expect(runtime.runs).toBe(2);
    driver.resume();
    for (let i = 0; i < 4; i += 1) scheduler.turn();
    expect(runtime.runs).toBe(6);
    expect(activity()).toBe('running');
  });

  it('stands still while a module is on its way, and says so when it takes long', async () => {
    runtime.statuses = [RunStatus.module, RunStatus.finished];
    driver.start(false);
    scheduler.pass(100);
    expect(runtime.runs).toBe(1);
    expect(runtime.clocks).toEqual(['paused']);
    expect(frames()).toEqual([]);
    scheduler.pass(100);
    expect(frames().at(-1)).toMatchObject({ activity: 'importing', module: 'textwrap' });
    arrive?.({ kind: 'asset', bytes: new Uint8Array([1]) });
    await Promise.resolve();
    scheduler.pass(100);
    expect(runtime.provided).toEqual(['textwrap asset']);
    expect(runtime.clocks).toEqual(['paused', 'going']);
    expect(posted.at(-1)?.type).toBe('ended');
  });

  it('can be paused, resumed and stopped while a module is on its way', async () => {
    runtime.statuses = [RunStatus.module];
    driver.start(false);
    scheduler.turn();
    driver.pause();
    expect(activity()).toBe('paused');
    driver.resume();
    expect(runtime.clocks.at(-1)).toBe('paused');
    driver.pause();
    arrive?.({ kind: 'absent' });
    await Promise.resolve();
    scheduler.pass(100);
    expect(runtime.provided).toEqual(['textwrap absent']);
    expect(runtime.runs).toBe(1);
    driver.stop();
    expect(posted.at(-1)).toMatchObject({ type: 'ended', cause: 'stopped' });
  });

  it('holds the program back while the page does not keep up', () => {
    const slow = new Driver(1, runtime, scheduler, (message) => { posted.push(message); }, { kind: 'real', speed: 1 }, fetchModule, noNetwork);
    slow.start(false);
    for (let turn = 0; turn < 50; turn += 1) scheduler.turn();
    const held = runtime.runs;
    expect(held).toBeLessThan(10);
    slow.ack(frames().length);
    scheduler.turn();
    expect(runtime.runs).toBe(held + 1);
  });

  it('follows the speed control while it runs, but not while paused', () => {
    driver.start(false);
    driver.setClock({ kind: 'virtual', speed: 1 });
    expect(runtime.clocks).toEqual(['virtual 1']);
    driver.pause();
    driver.setClock({ kind: 'real', speed: 5 });
    expect(runtime.clocks.at(-1)).toBe('paused');
    driver.resume();
    expect(runtime.clocks.slice(-2)).toEqual(['real 5', 'going']);
  });
});

describe('the driver and the network', () => {
  const settle = async (): Promise<void> => { for (let turn = 0; turn < 20; turn += 1) await Promise.resolve(); };
  const request: FetchCommand = { kind: 'open', id: 7, method: 'GET', url: 'https://server.example/', headers: [] };

  function setUp(network: NetworkView): { readonly scheduler: ManualScheduler; readonly runtime: FakeRuntime; readonly posted: FromWorker[]; readonly driver: Driver } {
    const scheduler = new ManualScheduler();
    const runtime = new FakeRuntime(scheduler);
    const posted: FromWorker[] = [];
    const driver: Driver = new Driver(1, runtime, scheduler, (message) => {
      posted.push(message);
      if (message.type === 'frame') driver.ack(message.frame);
    }, { kind: 'real', speed: 1 }, () => Promise.reject(new Error('no library here')), network);
    runtime.wait = Infinity;
    return { scheduler, runtime, posted, driver };
  }

  it('goes on with a program that waits when something comes', async () => {
    const { scheduler, runtime, posted, driver } = setUp({ ...noNetwork, fetch: () => Promise.resolve(new Response('abc')) });
    runtime.commands = [request];
    runtime.statuses = [RunStatus.waiting, RunStatus.finished];
    driver.start(false);
    for (let turn = 0; turn < 6; turn += 1) {
      scheduler.pass(20);
      await settle();
    }
    expect(runtime.fetched).toEqual(['head 7 200', 'data 7 3', 'end 7']);
    expect(posted.at(-1)?.type).toBe('ended');
  });

  it('holds back what comes while the program is paused', async () => {
    const { scheduler, runtime, driver } = setUp({ ...noNetwork, fetch: () => Promise.resolve(new Response('abc')) });
    runtime.commands = [request];
    runtime.statuses = [RunStatus.waiting, RunStatus.waiting, RunStatus.waiting, RunStatus.waiting];
    driver.start(false);
    scheduler.turn();
    driver.pause();
    await settle();
    expect(runtime.fetched).toEqual([]);
    driver.resume();
    await settle();
    expect(runtime.fetched).toEqual(['head 7 200', 'data 7 3', 'end 7']);
  });

  it('aborts what is on its way when it is stopped', () => {
    let signal: AbortSignal | null | undefined;
    const { scheduler, runtime, driver } = setUp({ ...noNetwork, fetch: (_, init) => {
      signal = init.signal;
      return new Promise(() => undefined);
    } });
    runtime.commands = [request];
    runtime.statuses = [RunStatus.waiting];
    driver.start(false);
    scheduler.turn();
    expect(signal?.aborted).toBe(false);
    driver.stop();
    expect(signal?.aborted).toBe(true);
  });

  it('wakes a server that waits for the page, and carries its answers', () => {
    const { scheduler, runtime, posted, driver } = setUp(noNetwork);
    runtime.statuses = [RunStatus.waiting, RunStatus.waiting];
    driver.start(false);
    scheduler.pass(100);
    expect(runtime.runs).toBe(1);
    runtime.answers = [{ id: 1, outcome: 'done', status: 200, headers: [], body: 'hi', truncated: false, bytes: 2, sentAt: 1, firstByteAt: 2, doneAt: 2 }];
    driver.sendRequests([{ id: 1, at: 0, method: 'GET', url: '/', headers: [], body: null }]);
    scheduler.pass(100);
    expect(runtime.sent).toEqual(['/']);
    expect(runtime.runs).toBe(2);
    expect(posted.flatMap((message) => (message.type === 'frame' ? message.responses ?? [] : []))).toHaveLength(1);
  });
});

describe('diagnostics', () => {
  it('count columns as editors do', () => {
    const source = 'x = 1\nif "👋한" + y\n';
    expect(parseDiagnostics('[{"kind":"SyntaxError","message":"expected \':\'","line":2,"column":11,"endLine":2,"endColumn":12}]', source))
      .toEqual([{ kind: 'SyntaxError', message: "expected ':'", line: 2, column: 13, endLine: 2, endColumn: 14 }]);
  });

  it('have what is missing filled in, and span at least one column', () => {
    expect(parseDiagnostics('[{"message":"m","line":1,"column":4,"endLine":1,"endColumn":4}, {}]', 'abcdef')).toEqual([
      { kind: 'SyntaxError', message: 'm', line: 1, column: 5, endLine: 1, endColumn: 6 },
      { kind: 'SyntaxError', message: 'invalid syntax', line: 1, column: 1, endLine: 1, endColumn: 2 },
    ]);
  });

  it('that are no list are none', () => {
    for (const json of ['', 'null', '{', '7']) expect(parseDiagnostics(json, 'x')).toEqual([]);
  });
});
