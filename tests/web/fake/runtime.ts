// SPDX-License-Identifier: MIT
// A scripted runtime with the exports of the real one, for work on the page while there is no wasm:
//   npx rolldown tests/web/fake/runtime.ts -f es -o /tmp/fake/loopscope.js
//   printf '\0asm\1\0\0\0' | tee /tmp/fake/loopscope.wasm > /tmp/fake/loopscope.rare.wasm
//   echo '{"plainModules":[]}' > /tmp/fake/split.json; mkdir /tmp/fake/library; echo '{}' | tee /tmp/fake/library/manifest.json > /tmp/fake/library/PSF-LICENSE.txt
//   LOOPSCOPE_WASM_DIR=/tmp/fake npx vite
// It plays one little play of sleeping tasks whatever the program says. Only for tests; never shipped.
import type { EmscriptenModule } from '../../../web/worker/runtime';
import { packOutput } from '../../../web/protocol/output_records';
import type { TaskRow } from '../../../web/protocol/snapshot';
import { TraceWriter } from '../trace_writer';

interface Act {
  readonly sleep: number;
  readonly line: number;
  readonly print?: string;
  readonly stderr?: string;
}

interface Actor {
  readonly id: number;
  readonly name: string;
  readonly coro: string;
  readonly acts: readonly Act[];
  at: number;
  due: number;
  steps: number;
  state: TaskRow['state'];
  result?: string;
  exception?: string;
}

function cast(): Actor[] {
  const actor = (id: number, name: string, coro: string, acts: readonly Act[], end: { result?: string; exception?: string } = {}): Actor =>
    ({ id, name, coro, acts, at: 0, due: 0, steps: 0, state: 'CREATED', ...end });
  const ticks = (line: number, every: number, count: number, name: string): Act[] =>
    Array.from({ length: count }, (_, index) => ({ sleep: every, line, print: `${name} ${String(index + 1)}` }));
  return [
    actor(1, 'Task-1', 'main', [{ sleep: 6, line: 14, print: '시작합니다: two tasks, one thread' }], { result: 'None' }),
    actor(4, 'ticker', 'tick', ticks(6, 0.7, 7, 'tick'), { result: '7' }),
    actor(9, 'Task-3', 'tick', ticks(6, 1.1, 4, 'tock'), { result: '4' }),
    actor(12, 'downloader', 'fetch', [{ sleep: 2.4, line: 11 }, { sleep: 0.9, line: 11, stderr: 'warning: slow server' }], { exception: "ValueError('no data')" }),
    actor(15, 'Task-5', 'tick', ticks(6, 0.25, 14, '·'), { result: '14' }),
    actor(18, 'watchdog', 'watch', [{ sleep: 5.5, line: 15 }], { result: 'None' }),
  ];
}

export default function factory(): Promise<EmscriptenModule> {
  const heap = new Uint8Array(1 << 22);
  const trace = new TraceWriter();
  const actors = cast();
  let next = 16;
  let output: Uint8Array[] = [];
  let time = 0;
  let last = performance.now();
  let speed = 1;
  let isVirtual = false;
  let stepping = false;
  let iteration = 0;
  let drainAt = 1 << 21;

  const ready = (): Actor[] => actors.filter((actor) => actor.state !== 'CLOSED' && actor.due <= time).sort((a, b) => a.due - b.due);
  const sleeping = (): Actor[] => actors.filter((actor) => actor.state !== 'CLOSED' && actor.due > time).sort((a, b) => a.due - b.due);
  const now = (): void => {
    const at = performance.now();
    if (!isVirtual) time += ((at - last) / 1000) * speed;
    last = at;
  };
  const say = (stream: 'stdout' | 'stderr', text: string): void => { output.push(packOutput(stream, time, new TextEncoder().encode(`${text}\n`))); };

  const step = (actor: Actor): void => {
    actor.steps += 1;
    trace.write('task_step_begun', time, actor.id, { task: actor.id, step: actor.steps });
    const act = actor.acts[actor.at];
    actor.at += 1;
    time += 0.0004;
    if (act) {
      if (act.print !== undefined) say('stdout', act.print);
      if (act.stderr !== undefined) say('stderr', act.stderr);
      actor.state = 'SUSPENDED';
      actor.due = time + act.sleep;
      trace.write('task_step_ended', time, actor.id, { task: actor.id, label: `sleep(${String(act.sleep)})`, where: trace.frame(actor.coro, act.line, time), how: 'parked', awaits: 'sleep' });
    } else {
      actor.state = 'CLOSED';
      trace.write('task_step_ended', time, actor.id, { task: actor.id, how: actor.exception ? 'failed' : 'finished' });
      trace.write('task_ended', time, actor.id, { task: actor.id, outcome: actor.exception ?? actor.result ?? '', how: actor.exception ? 'failed' : 'finished' });
    }
  };

  const snapshot = (): string => {
    const rows = actors.map((actor): TaskRow => {
      const act = actor.acts[actor.at - 1];
      const parked = actor.state === 'SUSPENDED' && act !== undefined;
      return {
        id: actor.id, name: actor.name, coro: actor.coro, state: actor.state, cancelled: false, cancelRequested: false,
        ...(actor.state === 'CLOSED' && actor.result !== undefined && { result: actor.result }),
        ...(actor.state === 'CLOSED' && actor.exception !== undefined && { exception: actor.exception }),
        ...(parked && {
          line: act.line,
          awaits: { kind: 'sleep', label: `sleep(${String(act.sleep)})` },
        }),
        chain: parked ? [{ name: actor.coro, line: act.line }, ...(actor.id === 12 ? [{ name: 'Client.get', line: 4 }] : [])] : [],
        steps: actor.steps, ran: actor.steps * 0.0004, waited: Math.max(0, time - actor.steps * 0.0004), waiters: actor.id === 4 ? [1] : [],
      };
    });
    const queue = ready();
    const timers = sleeping().filter(({ state }) => state === 'SUSPENDED');
    return JSON.stringify({
      time, phase: queue.length > 0 ? 'ready' : timers.length > 0 ? 'waiting' : 'done', iteration,
      ready: { total: queue.length, rows: queue.map((actor) => ({ id: actor.id * 10 + 1, kind: 'task_step', why: actor.state === 'CREATED' ? { code: 'task_created', by: 1 } : { code: 'timer_due' }, task: actor.id, label: '' })) },
      timers: { total: timers.length, rows: timers.map((actor) => ({ id: actor.id * 100 + actor.at, when: actor.due, remaining: actor.due - time, owner: actor.id, label: `sleep(${String(actor.acts[actor.at - 1]?.sleep ?? 0)})`, line: actor.acts[actor.at - 1]?.line })) },
      tasks: { total: rows.length, rows },
      threads: [{ id: 1, name: 'MainThread', state: 'running' }],
    });
  };

  const put = (bytes: Uint8Array, lengthSlot: number): number => {
    new DataView(heap.buffer).setUint32(lengthSlot, bytes.byteLength, true);
    drainAt = 1 << 21;
    heap.set(bytes, drainAt);
    return drainAt;
  };

  return Promise.resolve({
    HEAPU8: heap,
    _malloc: (bytes) => { const at = next; next = (next + bytes + 15) & ~15; if (next > 1 << 21) next = 1024; return at; },
    _free: () => undefined,
    _ls_configure: () => undefined,
    _ls_load: () => {
      last = performance.now();
      for (const actor of actors) trace.write('task_created', 0, 1, { task: actor.id, name: actor.name, coroutine: actor.coro });
      return 0;
    },
    _ls_run: () => {
      now();
      let queue = ready();
      if (queue.length === 0) {
        const [first] = sleeping();
        if (!first) return 0;
        if (isVirtual) time = first.due;
        queue = ready();
        if (queue.length === 0) {
          trace.write('phase_changed', time, 0, { phase: 'waiting' });
          return 1;
        }
      }
      iteration += 1;
      trace.write('phase_changed', time, 0, { phase: 'timers' });
      trace.write('phase_changed', time, 0, { phase: 'ready' });
      trace.write('iteration_begun', time, 0, { number: iteration, ready: queue.length });
      for (const actor of queue) {
        step(actor);
        if (stepping) {
          stepping = false;
          return 3;
        }
      }
      return 2;
    },
    _ls_wait_ms: () => Math.max(0, ((sleeping()[0]?.due ?? Infinity) - time) * 1000 / (speed || 1)),
    _ls_step: () => { stepping = true; },
    _ls_set_clock: (virtual, factor) => { now(); isVirtual = virtual === 1; speed = factor; },
    _ls_set_paused: () => undefined,
    _ls_provide_input: () => undefined,
    _ls_provide_module: () => undefined,
    _ls_fetch_head: () => undefined,
    _ls_fetch_data: () => 1,
    _ls_fetch_end: () => undefined,
    _ls_send_request: () => undefined,
    _ls_exit_code: () => 0,
    _ls_program_time: () => { now(); return time; },
    _ls_drain: (what, slot) => {
      if (what === 0) {
        const all = new Uint8Array(output.reduce((sum, { byteLength }) => sum + byteLength, 0));
        let at = 0;
        for (const chunk of output) { all.set(chunk, at); at += chunk.byteLength; }
        output = [];
        return put(all, slot);
      }
      if (what === 1) return put(trace.take(), slot);
      return put(new TextEncoder().encode(what === 2 ? snapshot() : what === 3 ? '[]' : ''), slot);
    },
  });
}
