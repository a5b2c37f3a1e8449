// SPDX-License-Identifier: MIT
import type { Snapshot, TaskId, TaskRow } from '../protocol/snapshot';
import type { TraceStore } from './trace_store';

/** A task's name from the newest snapshot, or from the trace if it is gone. */
export function taskName(id: TaskId, snapshot: Snapshot | null, trace: TraceStore): string {
  const row = snapshot?.tasks.rows.find((task) => task.id === id);
  return row?.name ?? trace.lanes.get(id)?.name ?? `#${String(id)}`;
}

/**
 * All tasks a learner may ask about: the snapshot's, plus those that ended and were freed, rebuilt from
 * the trace. In order of creation.
 */
export function allTasks(snapshot: Snapshot | null, trace: TraceStore): readonly TaskRow[] {
  const rows = new Map<TaskId, TaskRow>();
  for (const row of snapshot?.tasks.rows ?? []) rows.set(row.id, row);
  for (const lane of trace.lanes.values()) {
    if (rows.has(lane.id) || lane.doneAt === undefined) continue;
    const outcome = trace.outcomes.get(lane.id) ?? '';
    const { ran } = lane;
    rows.set(lane.id, {
      id: lane.id,
      name: lane.name,
      coro: '',
      state: 'CLOSED',
      cancelled: lane.end === 'cancelled',
      cancelRequested: false,
      ...(lane.end === 'finished' && { result: outcome }),
      ...(lane.end === 'failed' && { exception: outcome }),
      chain: [],
      steps: lane.steps,
      ran,
      waited: Math.max(0, lane.doneAt - lane.createdAt - ran),
      waiters: [],
    });
  }
  return [...rows.values()].sort((a, b) => a.id - b.id);
}
