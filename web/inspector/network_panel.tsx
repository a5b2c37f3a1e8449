// SPDX-License-Identifier: MIT
import { duration, moment, size, strings, type Strings } from '../i18n';
import type { Exchange } from '../session/exchange_store';
import type { Session } from '../session/session';
import { useFrames } from '../ui/hooks';
import { VirtualList } from '../ui/virtual_list';
import { Empty, networkSketch } from './empty';
import type { Panel, PanelProps } from './panel';
import { TaskChip } from './task_chip';

const ROW = 28;

/** The path of a URL, with its host only where there is something to tell apart. */
function shortUrl(url: string, sameHost: boolean): string {
  const match = /^[a-z]+:\/\/[^/?#]*(.*)$/i.exec(url);
  if (!match || !sameHost) return url.replace(/^https?:\/\//i, '');
  return match[1] === '' ? '/' : match[1] ?? url;
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
}

function Status({ exchange, s }: { readonly exchange: Exchange; readonly s: Strings }) {
  if (exchange.how === 'failed') return <span class="http-status is-bad" title={exchange.error}>{s.exchangeFailed}</span>;
  if (exchange.how === 'aborted') return <span class="http-status is-aborted">{s.exchangeAborted}</span>;
  if (exchange.headAt === undefined) return <span class="http-status is-open">…</span>;
  return <span class={`http-status${exchange.status >= 400 ? ' is-bad' : ''}`}>{exchange.status}</span>;
}

function spanOf(session: Session, rows: readonly Exchange[]): { from: number; span: number; now: number } {
  const live = session.live.value;
  const now = live ? Math.max(session.trace.endTime, session.clock.time()) : session.trace.endTime;
  const from = Math.min(...rows.map(({ startedAt }) => startedAt));
  let to = from;
  for (const { endedAt } of rows) to = Math.max(to, endedAt ?? now);
  return { from, span: Math.max(1e-6, to - from), now };
}

/** From the request to the head of the answer, and on to its end. */
function Bars({ exchange, from, span, now }: { readonly exchange: Exchange; readonly from: number; readonly span: number; readonly now: number }) {
  const at = (time: number): string => `${String(Math.min(100, Math.max(0, ((time - from) / span) * 100)))}%`;
  const end = exchange.endedAt ?? now;
  const head = exchange.headAt ?? end;
  return (
    <span class="waterfall" aria-hidden="true">
      <i class="is-waiting" style={{ insetInlineStart: at(exchange.startedAt), insetInlineEnd: `calc(100% - ${at(head)})` }} />
      <i class={exchange.how === 'failed' ? 'is-bad' : ''} style={{ insetInlineStart: at(head), insetInlineEnd: `calc(100% - ${at(end)})` }} />
    </span>
  );
}

function View({ session, select }: PanelProps) {
  const s = strings.value;
  void session.trace.revision.value;
  const { exchanges } = session.trace;
  const rows = [...exchanges.all.values()];
  const open = session.live.value && session.state.value !== 'paused' && rows.some(({ endedAt }) => endedAt === undefined);
  const draw = (): void => {
    // Only the open bars grow between records.
    const { from, span, now } = spanOf(session, rows);
    for (const bar of document.querySelectorAll<HTMLElement>('.network-table .is-open .waterfall i:first-child')) {
      bar.style.insetInlineEnd = `${String(100 - Math.min(100, ((now - from) / span) * 100))}%`;
    }
  };
  useFrames(open, draw);
  if (rows.length === 0) return <Empty sketch={networkSketch}>{s.networkEmpty}</Empty>;
  const { from, span, now } = spanOf(session, rows);
  const host = hostOf(rows[0]?.url ?? '');
  const sameHost = rows.every(({ side, url }) => side === 'incoming' || hostOf(url) === host);
  const selected = session.selectedTask.value;
  return (
    <>
      {exchanges.dropped > 0 ? <p class="more-rows">{s.networkDropped(exchanges.dropped)}</p> : null}
      <VirtualList
        kind="grid"
        class="task-table network-table"
        label={s.networkTitle}
        count={rows.length}
        rowHeight={ROW}
        stickToEnd
        rowKey={(index) => rows[index]?.io ?? index}
        rowClass={(index) => (rows[index]?.endedAt === undefined ? 'is-open' : '')}
        rowStyle={(index) => {
          const row = rows[index];
          return row && row.task > 0 ? { '--task': session.colours.css(row.task) } : undefined;
        }}
        selectedIndex={selected === null ? -1 : rows.findLastIndex(({ task }) => task === selected)}
        onSelect={(index) => {
          const row = rows[index];
          if (row && row.task > 0) select(row.task, row.line > 0 ? row.line : undefined);
        }}
        header={
          <div class="list-header" role="rowgroup">
            <div class="network-row" role="row" aria-rowindex={1}>
              <span role="columnheader">{s.columnTask}</span>
              <span role="columnheader">{s.columnRequest}</span>
              <span role="columnheader" class="number">{s.columnLine}</span>
              <span role="columnheader">{s.columnStatus}</span>
              <span role="columnheader" class="number">{s.columnSize}</span>
              <span role="columnheader" class="number">{s.columnStart}</span>
              <span role="columnheader" class="number">{s.columnTime}</span>
              <span role="columnheader">{s.columnWaterfall}</span>
            </div>
          </div>
        }
        row={(index) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div class="network-row" role="presentation">
              <span role="gridcell">{row.task > 0 ? <TaskChip id={row.task} session={session} /> : <span class="coro">{row.side === 'incoming' ? s.exchangeIncoming : s.exchangeNoTask}</span>}</span>
              <span role="gridcell" class="http-request" title={`${row.method} ${row.url}`}><b>{row.method}</b> {shortUrl(row.url, sameHost)}</span>
              <span role="gridcell" class="number">{row.line > 0 ? row.line : ''}</span>
              <span role="gridcell"><Status exchange={row} s={s} /></span>
              <span role="gridcell" class="number">{row.headAt === undefined ? '' : size(row.bytes)}</span>
              <span role="gridcell" class="number">{moment(row.startedAt)}</span>
              <span role="gridcell" class="number">{row.endedAt === undefined ? '' : duration(row.endedAt - row.startedAt)}</span>
              <span role="gridcell"><Bars exchange={row} from={from} span={span} now={now} /></span>
            </div>
          );
        }}
      />
    </>
  );
}

export const networkPanel: Panel = {
  id: 'network',
  title: (s) => s.networkTitle,
  count: (session) => {
    void session.trace.revision.value;
    const { exchanges } = session.trace;
    return exchanges.all.size + exchanges.dropped;
  },
  shown: (session) => {
    void session.trace.revision.value;
    return session.trace.exchanges.all.size > 0;
  },
  View,
};
