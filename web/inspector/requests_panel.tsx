// SPDX-License-Identifier: MIT
import { signal } from '@preact/signals';
import { duration, size, strings, type Strings } from '../i18n';
import type { Load } from '../session/load_store';
import { summarize, type LoadSummary } from '../session/load_summary';
import type { Session } from '../session/session';
import { VirtualList } from '../ui/virtual_list';
import { Empty, networkSketch } from './empty';
import type { Panel, PanelProps } from './panel';
import { RequestsChart } from './requests_chart';
import { RequestsForm } from './requests_form';

const ROW = 26;

/** The request whose answer is open, by its number. */
const opened = signal<number | null>(null);

function outcomeText({ response }: Load, s: Strings): string {
  if (!response) return '…';
  switch (response.outcome) {
    case 'done': return String(response.status);
    case 'refused': return s.requestRefused;
    case 'failed': return s.exchangeFailed;
    case 'aborted': return s.exchangeAborted;
  }
}

const isBad = ({ response }: Load): boolean => response !== undefined && (response.outcome !== 'done' || response.status >= 400);

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '');
}

function Summary({ summary, s }: { readonly summary: LoadSummary; readonly s: Strings }) {
  const facts: readonly (readonly [string, string, boolean])[] = [
    [s.loadAnswered, `${summary.answered.toLocaleString()} / ${summary.sent.toLocaleString()}`, false],
    [s.loadErrors, summary.errors.toLocaleString(), summary.errors > 0],
    [s.loadLost, summary.lost.toLocaleString(), summary.lost > 0],
    [s.loadMedian, duration(summary.median), false],
    [s.loadP95, duration(summary.p95), false],
    [s.loadLongest, duration(summary.longest), false],
    [s.loadThroughput, s.perSecond(Math.round(summary.throughput)), false],
  ];
  return (
    <dl class="load-summary">
      {facts.map(([name, value, bad]) => <div key={name} class={bad ? 'is-bad' : ''}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

/** The answer to one request, as it came. */
function Answer({ load, s }: { readonly load: Load; readonly s: Strings }) {
  const { request, response } = load;
  return (
    <div class="answer">
      <p class="answer-head">
        <button type="button" class="button small" onClick={() => { opened.value = null; }}>{s.requestBack}</button>
        <b>{request.method}</b> <code>{pathOf(request.url)}</code>
        <span class={`http-status${isBad(load) ? ' is-bad' : ''}`}>{outcomeText(load, s)}</span>
        {response ? <span>{duration(response.doneAt - response.sentAt)} · {size(response.bytes)}</span> : null}
      </p>
      {response ? (
        <>
          <pre class="answer-headers">{response.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
          <pre class="answer-body" tabIndex={0} aria-label={s.requestBody}>{response.body}{response.truncated ? '…' : ''}</pre>
        </>
      ) : null}
    </div>
  );
}

function List({ loads, s }: { readonly loads: readonly Load[]; readonly s: Strings }) {
  return (
    <VirtualList
      kind="listbox"
      class="requests-list"
      label={s.requestsTitle}
      count={loads.length}
      rowHeight={ROW}
      rowKey={(index) => loads[index]?.request.id ?? index}
      onSelect={(index) => { opened.value = loads[index]?.request.id ?? null; }}
      row={(index) => {
        const load = loads[index];
        if (!load) return null;
        const { request, response } = load;
        return (
          <div class="requests-row">
            <span class="ordinal">{index + 1}</span>
            <span class="http-request"><b>{request.method}</b> {pathOf(request.url)}</span>
            <span class={`http-status${isBad(load) ? ' is-bad' : ''}`}>{outcomeText(load, s)}</span>
            <span class="number">{response?.outcome === 'done' ? size(response.bytes) : ''}</span>
            <span class="number">{response?.outcome === 'done' ? duration(response.doneAt - response.sentAt) : ''}</span>
          </div>
        );
      }}
    />
  );
}

function Results({ session, s }: { readonly session: Session; readonly s: Strings }) {
  void session.load.revision.value;
  const loads = session.load.all;
  if (loads.length === 0) return <Empty sketch={networkSketch}>{s.requestsEmpty}</Empty>;
  const open = loads.find(({ request }) => request.id === opened.value);
  if (open) return <Answer load={open} s={s} />;
  const summary = summarize(loads);
  return (
    <div class="requests-results">
      <Summary summary={summary} s={s} />
      {summary.answered > 1 ? <RequestsChart session={session} summary={summary} /> : null}
      <List loads={loads} s={s} />
    </div>
  );
}

function View({ session }: PanelProps) {
  const s = strings.value;
  return (
    <div class="requests">
      <RequestsForm session={session} />
      <Results session={session} s={s} />
    </div>
  );
}

const listens = (session: Session): boolean => (session.snapshot.value?.servers?.length ?? 0) > 0;

export const requestsPanel: Panel = {
  id: 'requests',
  title: (s) => s.requestsTitle,
  count: (session) => {
    void session.load.revision.value;
    return session.load.size;
  },
  shown: (session) => {
    void session.load.revision.value;
    return listens(session) || session.load.size > 0;
  },
  wanted: listens,
  View,
};
