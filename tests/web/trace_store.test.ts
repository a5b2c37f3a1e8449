// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { Lane, MAX_STEPS_PER_LANE } from '../../web/session/lane';
import { allTasks } from '../../web/session/tasks_view';
import { MAX_LANES, TraceStore } from '../../web/session/trace_store';
import { TraceWriter } from './trace_writer';

describe('the trace store', () => {
  it('draws a lane from the steps of a task', () => {
    const writer = new TraceWriter();
    writer.write('task_created', 0.5, 1, { task: 7, name: 'worker', coroutine: 'work' });
    writer.write('task_step_begun', 1, 7, { task: 7, step: 1 });
    writer.write('task_step_ended', 1.25, 7, { task: 7, label: 'sleep(1)', where: writer.frame('work', 12), how: 'parked', awaits: 'sleep' });
    const store = new TraceStore();
    store.append(writer.take());
    const lane = store.lanes.get(7);
    expect(lane).toMatchObject({ name: 'worker', createdAt: 0.5, createdBy: 1, length: 1, parkedOn: 'sleep(1)' });
    expect([lane?.begin(0), lane?.finish(0), lane?.line(0)]).toEqual([1, 1.25, 12]);
    expect(store.endTime).toBe(1.25);
  });

  it('remembers strings and frames across batches', () => {
    const writer = new TraceWriter();
    const store = new TraceStore();
    writer.write('task_created', 0, 0, { task: 1, name: '작업', coroutine: 'main' });
    store.append(writer.take());
    writer.write('task_created', 0, 0, { task: 2, name: '작업', coroutine: 'main' });
    store.append(writer.take());
    expect(store.lanes.get(2)?.name).toBe('작업');
  });

  it('skips records it does not know, and stops at damaged ones', () => {
    const writer = new TraceWriter();
    writer.write('iteration_begun', 1, 0, { number: 3, ready: 1 });
    const known = writer.take();
    const unknown = new Uint8Array(24);
    new DataView(unknown.buffer).setUint16(0, 999, true);
    new DataView(unknown.buffer).setUint16(2, 24, true);
    const store = new TraceStore();
    store.append(Uint8Array.from([...unknown, ...known, ...new Uint8Array(24)]));
    expect(store.iteration).toBe(3);
  });

  it('lights the phases that were passed since the last paint', () => {
    const writer = new TraceWriter();
    const store = new TraceStore();
    writer.write('phase_changed', 0, 0, { phase: 'timers' });
    writer.write('phase_changed', 0, 0, { phase: 'ready' });
    store.append(writer.take());
    store.publish();
    expect([...store.lit.value]).toEqual(['timers', 'ready']);
    store.dim();
    expect(store.lit.value.size).toBe(0);
  });

  it('stays bounded: lanes and steps', () => {
    const writer = new TraceWriter();
    const store = new TraceStore();
    for (let task = 1; task <= MAX_LANES + 50; task += 1) {
      writer.write('task_created', task, 0, { task, name: `t${String(task)}`, coroutine: 'f' });
      if (task > 1) writer.write('task_ended', task, task, { task, outcome: 'None', how: 'finished' });
    }
    store.append(writer.take());
    expect(store.lanes.size).toBe(MAX_LANES);
    expect(store.droppedLanes).toBe(50);
    expect(store.lanes.has(1), 'a task that still lives is kept').toBe(true);

    const lane = new Lane(1, 'x', 0, 0);
    for (let step = 0; step < MAX_STEPS_PER_LANE * 3; step += 1) {
      lane.stepBegins(step, 0);
      lane.stepEnds(step + 0.5, 1);
    }
    expect(lane.length).toBeLessThanOrEqual(MAX_STEPS_PER_LANE);
    expect(lane.finish(lane.length - 1)).toBe(MAX_STEPS_PER_LANE * 3 - 0.5);
    expect(lane.begin(lane.indexAt(lane.begin(10) + 0.2))).toBe(lane.begin(10));
    expect(lane.keptFrom).toBe(lane.begin(0));
  });

  it('keeps what became of tasks that were freed', () => {
    const writer = new TraceWriter();
    const store = new TraceStore();
    writer.write('task_created', 0, 0, { task: 1, name: 'a', coroutine: 'f' });
    writer.write('task_created', 0, 0, { task: 2, name: 'b', coroutine: 'f' });
    writer.write('task_step_begun', 1, 1, { task: 1, step: 1 });
    writer.write('task_step_ended', 1.5, 1, { task: 1, how: 'failed' });
    writer.write('task_ended', 1.5, 1, { task: 1, outcome: "ValueError('x')", how: 'failed' });
    writer.write('task_destroyed', 2, 0, { task: 1 });
    store.append(writer.take());
    expect(allTasks(null, store)).toMatchObject([{ id: 1, name: 'a', state: 'CLOSED', exception: "ValueError('x')", steps: 1, ran: 0.5, waited: 1 }]);
  });

  it('reads a million records, and keeps count', () => {
    const writer = new TraceWriter();
    for (let step = 1; step <= 500; step += 1) {
      writer.write('task_step_begun', step, 1, { task: 1, step });
      writer.write('task_step_ended', step + 0.5, 1, { task: 1, how: 'yielded' });
    }
    const batch = writer.take();
    const store = new TraceStore();
    for (let round = 0; round < 1_000; round += 1) store.append(batch);
    expect(store.lanes.get(1)?.steps).toBe(500_000);
  });
});
