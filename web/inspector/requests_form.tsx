// SPDX-License-Identifier: MIT
import { signal } from '@preact/signals';
import { strings } from '../i18n';
import type { HttpHeader, PageRequest } from '../protocol/messages';
import type { Session } from '../session/session';
import { arrivals, patterns, type Pattern } from './arrivals';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export const MAX_REQUESTS = 2_000;

interface Draft {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly count: number;
  readonly pattern: Pattern;
  /** Over how long they arrive. */
  readonly seconds: number;
  /** Index into the servers that listen. */
  readonly server: number;
}

/** What the form holds; it outlives runs, since one sends the same again after a change of the program. */
const draft = signal<Draft>({ method: 'GET', path: '/', body: '', count: 1, pattern: 'burst', seconds: 1, server: 0 });
const RANDOM_SEED = 1;

const set = (change: Partial<Draft>): void => { draft.value = { ...draft.value, ...change }; };
const takesBody = (method: string): boolean => method !== 'GET' && method !== 'DELETE';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `{n}` stands for the request's number, from 1. */
const numbered = (text: string, number: number): string => text.replaceAll('{n}', String(number));

function requestsOf({ method, path, body, count, pattern, seconds }: Draft, origin: string, nextId: () => number): readonly PageRequest[] {
  const moments = arrivals(pattern, count, seconds, RANDOM_SEED);
  return moments.map((at, index) => {
    const text = takesBody(method) && body.trim() !== '' ? numbered(body, index + 1) : null;
    const headers: HttpHeader[] = [['Accept', '*/*']];
    if (text !== null) headers.push(['Content-Type', isJson(text) ? 'application/json' : 'text/plain; charset=utf-8']);
    const target = numbered(path.startsWith('/') ? path : `/${path}`, index + 1);
    return { id: nextId(), at, method, url: origin + target, headers, body: text };
  });
}

export function RequestsForm({ session }: { readonly session: Session }) {
  const s = strings.value;
  const now = draft.value;
  const servers = session.snapshot.value?.servers ?? [];
  const server = servers[Math.min(now.server, servers.length - 1)];
  const usable = session.live.value && server !== undefined;
  const send = (event: Event): void => {
    event.preventDefault();
    if (!usable) return;
    session.sendRequests(requestsOf(now, `http://${server.host}:${String(server.port)}`, () => session.load.nextId()));
  };
  return (
    <form class="requests-form" onSubmit={send}>
      <div class="requests-line">
        <select class="field" aria-label={s.requestMethod} value={now.method} onChange={(event) => { set({ method: event.currentTarget.value }); }}>
          {METHODS.map((method) => <option key={method} value={method}>{method}</option>)}
        </select>
        <input class="field is-wide" aria-label={s.requestPath} value={now.path} spellcheck={false} autocomplete="off" autocapitalize="off"
          onInput={(event) => { set({ path: event.currentTarget.value }); }} />
      </div>
      {servers.length > 1 ? (
        <select class="field" aria-label={s.requestServer} value={String(now.server)} onChange={(event) => { set({ server: Number(event.currentTarget.value) }); }}>
          {servers.map(({ host, port, label }, index) => <option key={port} value={String(index)}>{`${host}:${String(port)} · ${label}`}</option>)}
        </select>
      ) : null}
      {takesBody(now.method) ? (
        <textarea class="field" rows={2} aria-label={s.requestBody} placeholder={'{"name": "Ada"}'} spellcheck={false} value={now.body}
          onInput={(event) => { set({ body: event.currentTarget.value }); }} />
      ) : null}
      <div class="requests-line">
        <label><span>{s.requestCount}</span>
          <input class="field" type="number" min={1} max={MAX_REQUESTS} value={now.count} list="request-counts"
            onInput={(event) => { set({ count: Math.min(MAX_REQUESTS, Math.max(1, Math.floor(event.currentTarget.valueAsNumber) || 1)) }); }} />
        </label>
        <datalist id="request-counts">{[1, 10, 100, 1000].map((count) => <option key={count} value={count} />)}</datalist>
        <label><span>{s.requestPattern}</span>
          <select class="field" value={now.pattern} disabled={now.count === 1} onChange={(event) => { set({ pattern: event.currentTarget.value as Pattern }); }}>
            {patterns.map((pattern) => <option key={pattern} value={pattern}>{s.requestPatterns[pattern]}</option>)}
          </select>
        </label>
        {now.pattern === 'burst' || now.count === 1 ? null : (
          <label><span>{s.requestSeconds}</span>
            <input class="field" type="number" min={0.1} max={3600} step="any" value={now.seconds}
              onInput={(event) => { set({ seconds: Math.min(3600, Math.max(0.001, event.currentTarget.valueAsNumber || 1)) }); }} />
          </label>
        )}
      </div>
      <div class="requests-line">
        <button type="submit" class="button is-primary small" id="send-requests" disabled={!usable}>{s.requestSend(now.count)}</button>
        <span class="requests-server">{server ? `${server.host}:${String(server.port)} · ${server.label}` : s.requestNoServer}</span>
      </div>
    </form>
  );
}
