// SPDX-License-Identifier: MIT
import { signal, type ReadonlySignal } from '@preact/signals';
import type { PageRequest, PageResponse } from '../protocol/messages';

/** A request that the page sent to the program's server, and its answer once it is there. */
export interface Load {
  readonly request: PageRequest;
  response: PageResponse | undefined;
}

/** Requests kept; beyond it the oldest go. */
export const MAX_LOADS = 10_000;

/** What the page sent to the program's server in this run, in that order. */
export class LoadStore {
  readonly revision: ReadonlySignal<number>;
  private readonly rows = new Map<number, Load>();
  private readonly revisionSignal = signal(0);
  private lastId = 0;

  constructor() {
    this.revision = this.revisionSignal;
  }

  get all(): readonly Load[] {
    return [...this.rows.values()];
  }

  get size(): number {
    return this.rows.size;
  }

  /** A number that no request of this page has had. */
  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  clear(): void {
    this.rows.clear();
    this.revisionSignal.value += 1;
  }

  add(requests: readonly PageRequest[]): void {
    for (const request of requests) this.rows.set(request.id, { request, response: undefined });
    for (const id of this.rows.keys()) {
      if (this.rows.size <= MAX_LOADS) break;
      this.rows.delete(id);
    }
    this.revisionSignal.value += 1;
  }

  take(responses: readonly PageResponse[]): void {
    for (const response of responses) {
      const load = this.rows.get(response.id);
      if (load) load.response = response;
    }
    this.revisionSignal.value += 1;
  }

  /** The program is over: what it has not answered, it never will. */
  end(time: number): void {
    let changed = false;
    for (const load of this.rows.values()) {
      if (load.response) continue;
      changed = true;
      load.response = {
        id: load.request.id, outcome: 'aborted', status: 0, headers: [], body: '', truncated: false, bytes: 0, sentAt: time, doneAt: time,
      };
    }
    if (changed) this.revisionSignal.value += 1;
  }
}
