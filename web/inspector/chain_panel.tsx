// SPDX-License-Identifier: MIT
import { useMemo } from 'preact/hooks';
import { strings } from '../i18n';
import { allTasks, taskName } from '../session/tasks_view';
import { Empty } from './empty';
import type { Panel, PanelProps } from './panel';
import { TaskChip } from './task_chip';

function View({ session, select }: PanelProps) {
  const s = strings.value;
  const snapshot = session.snapshot.value;
  const revision = session.trace.revision.value;
  const selected = session.selectedTask.value;
  const task = useMemo(
    () => (selected === null ? undefined : allTasks(snapshot, session.trace).find(({ id }) => id === selected)),
    [snapshot, revision, selected, session],
  );
  if (!task) return <Empty>{s.chainEmpty}</Empty>;
  if (task.chain.length === 0) {
    return <p class="chain-line"><TaskChip id={task.id} session={session} /> <span class="muted">{s.chainNone(task.name)}</span></p>;
  }
  const waiters = task.waiters.map((id) => taskName(id, snapshot, session.trace)).join(', ');
  return (
    <div class="chain-line">
      <ol class="chain" aria-label={s.chainLabel(task.name)} style={{ '--task': session.colours.css(task.id) }}>
        <li class="chain-task"><TaskChip id={task.id} session={session} /></li>
        {task.chain.filter((link, index) => index < task.chain.length - 1 || link.line !== undefined || !task.awaits?.label.startsWith(`${link.name}(`)).map((link, index) => (
          <li key={index}>
            <button type="button" class="chain-link" onClick={() => { select(task.id, link.line); }}>
              <code>{link.name}</code>{link.line ? <span class="chain-at">:{link.line}</span> : null}
            </button>
          </li>
        ))}
        {task.awaits ? (
          <li>
            {task.awaits.task
              ? <button type="button" class="chain-link" onClick={() => { if (task.awaits?.task) select(task.awaits.task); }}><TaskChip id={task.awaits.task} session={session} /></button>
              : <code class="chain-end">{task.awaits.label || task.awaits.kind}</code>}
          </li>
        ) : null}
      </ol>
      {waiters ? <span class="muted">{s.chainWaiters(waiters)}</span> : null}
    </div>
  );
}

export const chainPanel: Panel = { id: 'chain', title: (s) => s.chainTitle, View };
