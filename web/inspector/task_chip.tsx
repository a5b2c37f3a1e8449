// SPDX-License-Identifier: MIT
import type { TaskId } from '../protocol/snapshot';
import type { Session } from '../session/session';
import { taskName } from '../session/tasks_view';

/** A task's name in its colour. */
export function TaskChip({ id, session }: { readonly id: TaskId; readonly session: Session }) {
  const name = taskName(id, session.snapshot.value, session.trace);
  return (
    <span class="task-chip" style={{ '--task': session.colours.css(id) }}>
      <span class="task-dot" aria-hidden="true" />
      <span class="task-name">{name}</span>
    </span>
  );
}
