// SPDX-License-Identifier: MIT
import { useRef } from 'preact/hooks';
import { duration, moment, strings } from '../i18n';
import { setText, useFrames } from '../ui/hooks';
import { VirtualList } from '../ui/virtual_list';
import { Empty, timersSketch } from './empty';
import type { Panel, PanelProps } from './panel';
import { TaskChip } from './task_chip';

const ROW = 40;

function View({ session, select }: PanelProps) {
  const s = strings.value;
  const box = useRef<HTMLDivElement>(null);
  const snapshot = session.snapshot.value;
  const rows = snapshot?.timers.rows ?? [];
  const flows = session.live.value && session.state.value !== 'paused';

  // Between snapshots the numbers and bars are moved directly: no rendering for a countdown.
  const tick = (): void => {
    const now = session.clock.time();
    for (const element of box.current?.querySelectorAll<HTMLElement>('[data-when]') ?? []) {
      const left = Math.max(0, Number(element.dataset['when']) - now);
      const text = left > 0 ? strings.value.timerIn(duration(left)) : strings.value.timerDue;
      const label = element.querySelector('.timer-left');
      setText(label, text);
      const bar = element.querySelector<HTMLElement>('.timer-bar > span');
      if (bar) bar.style.transform = `scaleX(${String(Math.min(1, left / (Number(element.dataset['full']) || 1)))})`;
    }
  };
  useFrames(flows && rows.length > 0, tick);

  if (rows.length === 0) return <Empty sketch={session.live.value ? undefined : timersSketch}>{session.live.value ? s.timersEmptyLive : s.timersEmpty}</Empty>;
  const selected = session.selectedTask.value;
  const now = snapshot?.time ?? 0;
  return (
    <div class="fill" ref={box}>
      <VirtualList
        kind="listbox"
        class="timer-list"
        label={s.timersTitle}
        count={rows.length}
        rowHeight={ROW}
        rowKey={(index) => rows[index]?.id ?? index}
        rowStyle={(index) => {
          const owner = rows[index]?.owner;
          return owner ? { '--task': session.colours.css(owner) } : undefined;
        }}
        selectedIndex={selected === null ? -1 : rows.findIndex(({ owner }) => owner === selected)}
        onSelect={(index) => {
          const row = rows[index];
          if (row?.owner) select(row.owner, row.line);
        }}
        row={(index) => {
          const row = rows[index];
          if (!row) return null;
          const left = Math.max(0, row.when - now);
          const full = row.when - (session.trace.timerSetAt.get(row.id) ?? now);
          return (
            <div class="timer" data-when={row.when} data-full={full}>
              <div class="timer-text">
                {row.owner ? <TaskChip id={row.owner} session={session} /> : null}
                <code class="timer-label">{row.label}</code>
                <span class="timer-left">{left > 0 ? s.timerIn(duration(left)) : s.timerDue}</span>
                <span class="timer-when">{s.timerAt(moment(row.when))}</span>
              </div>
              <div class="timer-bar" aria-hidden="true">
                <span style={{ transform: `scaleX(${String(full > 0 ? Math.min(1, left / full) : 0)})` }} />
              </div>
            </div>
          );
        }}
      />
    </div>
  );
}

export const timersPanel: Panel = {
  id: 'timers',
  title: (s) => s.timersTitle,
  count: (session) => session.snapshot.value?.timers.total,
  View,
};
