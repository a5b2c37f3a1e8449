// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it } from 'vitest';
import type { FromWorker, ToWorker } from '../../web/protocol/messages';
import { packOutput } from '../../web/protocol/output_records';
import { ProgramClock } from '../../web/session/program_clock';
import { Session, STOP_PATIENCE_MS } from '../../web/session/session';

class FakeWorker {
  readonly got: ToWorker[] = [];
  alive = true;

  constructor(readonly say: (message: FromWorker) => void) {}

  last(): ToWorker | undefined {
    return this.got.at(-1);
  }
}

const REAL = { clock: { kind: 'real', speed: 1 }, seed: null } as const;

const snapshot = (time: number): string => JSON.stringify({ time, timers: { total: 0, rows: [] }, tasks: { total: 0, rows: [] } });

describe('a session', () => {
  let workers: FakeWorker[];
  let timers: { at: number; task: () => void }[];
  let frames: (() => void)[];
  let time: number;
  let session: Session;

  beforeEach(() => {
    workers = [];
    timers = [];
    frames = [];
    time = 0;
    session = new Session({
      createWorker: (onMessage) => {
        const worker = new FakeWorker(onMessage);
        workers.push(worker);
        return {
          post: (message) => { worker.got.push(message); },
          terminate: () => { worker.alive = false; },
        };
      },
      nextFrame: (draw) => { frames.push(draw); },
      after: (ms, task) => {
        const timer = { at: time + ms, task };
        timers.push(timer);
        return () => { timers = timers.filter((other) => other !== timer); };
      },
      clock: new ProgramClock(() => time),
    });
  });

  const worker = (): FakeWorker => {
    const last = workers.at(-1);
    if (!last) throw new Error('no worker');
    return last;
  };
  const pass = (ms: number): void => {
    time += ms;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { task } of due) task();
  };
  const paint = (): void => { for (const draw of frames.splice(0)) draw(); };
  const frame = (run: number, number: number, extra: object = {}): void => {
    worker().say({ type: 'frame', run, frame: number, activity: 'running', programTime: number, snapshot: snapshot(1), ...extra });
  };

  it('boots one worker and uses it for run after run', () => {
    session.warmUp();
    session.warmUp();
    session.start('a', REAL);
    worker().say({ type: 'started', warnings: [], run: 1 });
    worker().say({ type: 'ended', run: 1, exitCode: 0, programTime: 1, cause: 'exit' });
    session.start('b', REAL);
    expect(workers).toHaveLength(1);
    expect(worker().last()).toMatchObject({ type: 'start', run: 2, source: 'b' });
  });

  it('follows what the program does', () => {
    session.start('a', REAL);
    expect(session.state.value).toBe('loading');
    worker().say({ type: 'started', warnings: [], run: 1 });
    expect(session.state.value).toBe('running');
    frame(1, 1, { activity: 'waiting' });
    expect(session.state.value).toBe('waiting');
    frame(1, 2, { activity: 'blocked' });
    expect(session.state.value).toBe('blocked');
    worker().say({ type: 'ended', run: 1, exitCode: 1, programTime: 2.5, cause: 'exit' });
    expect(session.state.value).toBe('finished');
    expect(session.outcome.value).toEqual({ cause: 'exit', exitCode: 1 });
    expect(session.clock.time()).toBe(2.5);
  });

  it('acknowledges every frame, and parses only the newest snapshot of a paint', () => {
    session.start('a', REAL);
    worker().say({ type: 'started', warnings: [], run: 1 });
    frame(1, 1, { snapshot: 'this is never parsed' });
    frame(1, 2, { snapshot: snapshot(2) });
    expect(worker().got.filter(({ type }) => type === 'ack')).toHaveLength(2);
    expect(frames).toHaveLength(1);
    paint();
    expect(session.snapshot.value).toMatchObject({ time: 2 });
  });

  it('shows the last state at once when the program ends', () => {
    session.start('a', REAL);
    worker().say({ type: 'started', warnings: [], run: 1 });
    frame(1, 1, { snapshot: snapshot(9) });
    worker().say({ type: 'ended', run: 1, exitCode: 0, programTime: 9, cause: 'exit' });
    expect(session.snapshot.value).toMatchObject({ time: 9 });
  });

  it('stops a worker that answers', () => {
    session.start('a', REAL);
    worker().say({ type: 'started', warnings: [], run: 1 });
    session.stop();
    expect(session.state.value).toBe('stopping');
    expect(worker().last()).toEqual({ type: 'stop', run: 1 });
    worker().say({ type: 'ended', run: 1, exitCode: -1, programTime: 1, cause: 'stopped' });
    pass(STOP_PATIENCE_MS * 2);
    expect(workers).toHaveLength(1);
    expect(worker().alive).toBe(true);
    expect(session.outcome.value?.cause).toBe('stopped');
  });

  it('replaces a worker that does not answer a stop, and loses nothing', () => {
    session.start('while True: pass', REAL);
    worker().say({ type: 'started', warnings: [], run: 1 });
    frame(1, 1, { output: packOutput('stdout', 0, new TextEncoder().encode('hello\n')) });
    session.stop();
    pass(STOP_PATIENCE_MS - 1);
    expect(session.state.value).toBe('stopping');
    pass(1);
    expect(session.state.value).toBe('finished');
    expect(session.outcome.value?.cause).toBe('killed');
    expect(workers.map(({ alive }) => alive)).toEqual([false, true]);
    expect(session.console.line(0)?.text).toBe('hello');
    expect(session.snapshot.value).toMatchObject({ time: 1 });
    expect(session.ranSource.value).toBe('while True: pass');
    session.start('print(1)', REAL);
    expect(worker().last()).toMatchObject({ type: 'start', run: 2 });
  });

  it('restarts over a program that still runs, with a fresh worker', () => {
    session.start('a', REAL);
    worker().say({ type: 'started', warnings: [], run: 1 });
    const [first] = workers;
    session.start('b', REAL);
    expect(workers.map(({ alive }) => alive)).toEqual([false, true]);
    first?.say({ type: 'ended', run: 2, exitCode: 0, programTime: 0, cause: 'exit' });
    expect(session.state.value, 'a dead worker is not heard').toBe('loading');
  });

  it('does not hear of earlier runs', () => {
    session.start('a', REAL);
    worker().say({ type: 'started', warnings: [], run: 1 });
    worker().say({ type: 'ended', run: 1, exitCode: 0, programTime: 1, cause: 'exit' });
    session.start('b', REAL);
    frame(1, 5, { output: packOutput('stdout', 0, new TextEncoder().encode('late\n')) });
    expect(session.console.length).toBe(0);
    expect(session.state.value).toBe('loading');
  });

  it('survives a crash of the runtime', () => {
    session.start('a', REAL);
    worker().say({ type: 'started', warnings: [], run: 1 });
    worker().say({ type: 'crashed', run: 1, cause: 'fault', message: 'RuntimeError: unreachable' });
    expect(session.state.value).toBe('crashed');
    expect(session.outcome.value?.message).toContain('unreachable');
    session.start('a', REAL);
    expect(session.state.value).toBe('loading');
    expect(workers).toHaveLength(2);
  });

  it('shows a syntax error as a diagnostic and in the console', () => {
    session.start('def f()\n    pass', REAL);
    worker().say({ type: 'rejected', run: 1, diagnostics: [{ kind: 'SyntaxError', message: "expected ':'", line: 1, column: 8, endLine: 1, endColumn: 9 }] });
    expect(session.state.value).toBe('finished');
    expect(session.diagnostics.value).toHaveLength(1);
    expect(session.console.text()).toBe('  File "main.py", line 1\n    def f()\n           ^\nSyntaxError: expected \':\'\n');
    session.forgetDiagnostics();
    expect(session.diagnostics.value).toHaveLength(0);
  });

  it('pauses, steps and resumes', () => {
    session.start('a', { ...REAL, startPaused: true });
    expect(worker().last()).toMatchObject({ options: { startPaused: true } });
    worker().say({ type: 'started', warnings: [], run: 1 });
    frame(1, 1, { activity: 'paused' });
    expect(session.state.value).toBe('paused');
    session.step();
    expect(worker().last()).toEqual({ type: 'step', run: 1 });
    session.resume();
    expect(session.state.value).toBe('running');
  });

  it('says of a sleeping task how long it sleeps', () => {
    session.start('a', REAL);
    worker().say({ type: 'started', warnings: [], run: 1 });
    frame(1, 1, { snapshot: JSON.stringify({
      timers: { total: 2, rows: [{ owner: 3, label: 'timeout' }, { owner: 3, label: 'sleep(0.5)' }] },
      tasks: { total: 1, rows: [{ id: 3, awaits: { kind: 'sleep', label: 'sleep' } }] },
    }) });
    paint();
    expect(session.snapshot.value?.tasks.rows[0]?.awaits).toEqual({ kind: 'sleep', label: 'sleep(0.5)' });
  });

  it('lets program time flow between frames, at the speed of the run', () => {
    session.start('a', { clock: { kind: 'real', speed: 0.5 }, seed: null });
    worker().say({ type: 'started', warnings: [], run: 1 });
    frame(1, 1, { activity: 'waiting', programTime: 10 });
    time += 1_000;
    expect(session.clock.time()).toBe(10.5);
    frame(1, 2, { activity: 'paused', programTime: 11 });
    time += 1_000;
    expect(session.clock.time()).toBe(11);
  });
});
