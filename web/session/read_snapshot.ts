// SPDX-License-Identifier: MIT
import type { Snapshot, TaskRow } from '../protocol/snapshot';

/** Parses a snapshot and joins what belongs together: a sleeping task says how long, as its timer does. */
export function readSnapshot(json: string): Snapshot {
  const snapshot = JSON.parse(json) as Snapshot;
  const sleeps = new Map<number, string>();
  for (const { owner, label } of snapshot.timers.rows) {
    if (owner !== undefined && label.startsWith('sleep(')) sleeps.set(owner, label);
  }
  if (sleeps.size === 0) return snapshot;
  const named = (task: TaskRow): TaskRow => {
    const label = task.awaits?.kind === 'sleep' ? sleeps.get(task.id) : undefined;
    return label !== undefined && task.awaits ? { ...task, awaits: { ...task.awaits, label } } : task;
  };
  return { ...snapshot, tasks: { ...snapshot.tasks, rows: snapshot.tasks.rows.map(named) } };
}
