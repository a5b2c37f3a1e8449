// SPDX-License-Identifier: MIT
import type { Snapshot, TaskId } from '../protocol/snapshot';
import type { TaskColours } from '../session/task_colours';
import type { TaskMark } from './port';

const MAX_MARKS = 60;

/** Where each suspended task is parked, for the editor. */
export function marksOf(snapshot: Snapshot | null, selected: TaskId | null, colours: TaskColours): readonly TaskMark[] {
  const marks: TaskMark[] = [];
  for (const task of snapshot?.tasks.rows ?? []) {
    if (task.state !== 'SUSPENDED' || task.line === undefined || task.line < 1) continue;
    marks.push({
      task: task.id,
      line: task.line,
      colour: colours.of(task.id),
      name: task.name,
      awaits: task.awaits?.label ?? '',
      selected: task.id === selected,
    });
    if (marks.length >= MAX_MARKS) break;
  }
  return marks;
}
