// SPDX-License-Identifier: MIT
import { useMemo } from 'preact/hooks';
import { duration, strings, type Strings } from '../i18n';
import type { TaskRow } from '../protocol/snapshot';
import { allTasks } from '../session/tasks_view';
import { VirtualList } from '../ui/virtual_list';
import { Empty, tasksSketch } from './empty';
import type { Panel, PanelProps } from './panel';
import { TaskChip } from './task_chip';

const ROW = 30;

/** The state as inspect names it, plus what became of a closed task. */
function StateCell({ task, s }: { readonly task: TaskRow; readonly s: Strings }) {
  const kind = task.state !== 'CLOSED' ? task.state.toLowerCase()
    : task.cancelled ? 'cancelled' : task.exception !== undefined ? 'failed' : 'closed';
  return <span class={`state-badge is-${kind}`}>{task.state}{task.cancelRequested && task.state !== 'CLOSED' ? ` · ${s.taskCancelling}` : ''}</span>;
}

/** What it awaits or, once closed, how it ended. */
function awaitsText(task: TaskRow, s: Strings): string {
  if (task.state === 'CLOSED') {
    if (task.cancelled) return s.taskCancelled;
    if (task.exception !== undefined) return s.taskRaised(task.exception);
    return s.taskReturned(task.result ?? 'None');
  }
  if (task.state === 'SUSPENDED' && task.awaits) return task.awaits.label || task.awaits.kind;
  return task.state === 'RUNNING' ? '' : s.taskReady;
}

function View({ session, select }: PanelProps) {
  const s = strings.value;
  const snapshot = session.snapshot.value;
  const revision = session.trace.revision.value;
  const tasks = useMemo(() => allTasks(snapshot, session.trace), [snapshot, revision, session]);
  if (tasks.length === 0) return <Empty sketch={tasksSketch}>{snapshot && session.live.value ? s.tasksEmptyLive : s.tasksEmpty}</Empty>;
  const selected = session.selectedTask.value;
  const hidden = (snapshot?.tasks.total ?? 0) - (snapshot?.tasks.rows.length ?? 0);
  return (
    <>
      <VirtualList
        kind="grid"
        class="task-table"
        label={s.tasksTitle}
        count={tasks.length}
        rowHeight={ROW}
        rowKey={(index) => tasks[index]?.id ?? index}
        rowClass={(index) => (tasks[index]?.state === 'CLOSED' ? 'is-closed' : '')}
        rowStyle={(index) => {
          const task = tasks[index];
          return task && { '--task': session.colours.css(task.id) };
        }}
        selectedIndex={selected === null ? -1 : tasks.findIndex(({ id }) => id === selected)}
        onSelect={(index) => {
          const task = tasks[index];
          if (task) select(task.id === selected ? null : task.id, task.line);
        }}
        header={
          <div class="list-header" role="rowgroup">
            <div class="table-row" role="row" aria-rowindex={1}>
              <span role="columnheader">{s.columnTask}</span>
              <span role="columnheader">{s.columnState}</span>
              <span role="columnheader">{s.columnAwaits}</span>
              <span role="columnheader" class="number">{s.columnLine}</span>
              <span role="columnheader" class="number">{s.columnSteps}</span>
              <span role="columnheader" class="number">{s.columnRan}</span>
              <span role="columnheader" class="number">{s.columnWaited}</span>
            </div>
          </div>
        }
        row={(index) => {
          const task = tasks[index];
          if (!task) return null;
          const awaits = awaitsText(task, s);
          return (
            <div class="table-row" role="presentation">
              <span role="gridcell"><TaskChip id={task.id} session={session} />{task.coro ? <span class="coro">{task.coro}</span> : null}</span>
              <span role="gridcell"><StateCell task={task} s={s} /></span>
              <span role="gridcell" class="awaits" title={awaits}>
                {task.state === 'SUSPENDED' && task.awaits?.task ? <TaskChip id={task.awaits.task} session={session} /> : awaits}
              </span>
              <span role="gridcell" class="number">{task.line ? task.line : ''}</span>
              <span role="gridcell" class="number">{task.steps}</span>
              <span role="gridcell" class="number">{duration(task.ran)}</span>
              <span role="gridcell" class="number">{duration(task.waited)}</span>
            </div>
          );
        }}
      />
      {hidden > 0 ? <p class="more-rows">{s.rowsMore(hidden)}</p> : null}
    </>
  );
}

export const tasksPanel: Panel = {
  id: 'tasks',
  title: (s) => s.tasksTitle,
  count: (session) => session.snapshot.value?.tasks.total,
  View,
};
