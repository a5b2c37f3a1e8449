// SPDX-License-Identifier: MIT
import { strings } from '../i18n';
import type { ReadyRow } from '../protocol/snapshot';
import type { Session } from '../session/session';
import { taskName } from '../session/tasks_view';
import { VirtualList } from '../ui/virtual_list';
import { Empty, readySketch } from './empty';
import type { Panel, PanelProps } from './panel';
import { TaskChip } from './task_chip';

const ROW = 30;

/** Why an entry is in the queue, in words. */
function whyText(row: ReadyRow, session: Session): string {
  const s = strings.value;
  const why = s.why[row.why.code] ?? row.why.code;
  const by = row.why.by;
  if (by !== undefined && by > 0) return s.whyBy(why, taskName(by, session.snapshot.value, session.trace));
  return row.why.label ? `${why} · ${row.why.label}` : why;
}

/** A queue is emptied within microseconds: who has just left it is what an eye can follow. */
function JustRan({ session }: { readonly session: Session }) {
  void session.trace.revision.value;
  const { recent } = session.trace;
  if (recent.length === 0) return null;
  return (
    <p class="just-ran">
      <span class="muted">{strings.value.readyJustRan}</span>
      {recent.map((task) => <TaskChip key={task} id={task} session={session} />)}
    </p>
  );
}

function View({ session, select }: PanelProps) {
  const s = strings.value;
  const snapshot = session.snapshot.value;
  const rows = snapshot?.ready.rows ?? [];
  if (rows.length === 0) {
    const waitsForTimers = session.state.value === 'waiting' && (snapshot?.timers.total ?? 0) > 0;
    if (!session.live.value) return <Empty sketch={readySketch}>{s.readyEmpty}</Empty>;
    return (
      <>
        <Empty>{waitsForTimers ? s.readyEmptyTimers : s.readyEmptyLive}</Empty>
        <JustRan session={session} />
      </>
    );
  }
  const selected = session.selectedTask.value;
  return (
    <VirtualList
      kind="listbox"
      class="ready-list"
      label={s.readyTitle}
      count={rows.length}
      rowHeight={ROW}
      rowKey={(index) => rows[index]?.id ?? index}
      selectedIndex={selected === null ? -1 : rows.findIndex(({ task }) => task === selected)}
      onSelect={(index) => {
        const task = rows[index]?.task;
        if (task !== undefined && task > 0) select(task);
      }}
      row={(index) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <>
            <span class="ordinal">{index + 1}</span>
            {row.task !== undefined && row.task > 0
              ? <TaskChip id={row.task} session={session} />
              : <span class="callback-name">{row.label || s.callback}</span>}
            <span class="why">{whyText(row, session)}</span>
          </>
        );
      }}
    />
  );
}

export const readyPanel: Panel = {
  id: 'ready',
  title: (s) => s.readyTitle,
  count: (session) => session.snapshot.value?.ready.total,
  View,
};
