// SPDX-License-Identifier: MIT
import type { TaskId } from '../protocol/snapshot';
import { field, type TraceCursor } from './trace_cursor';

/** Who asked: the program, or somebody whom it serves. */
export type ExchangeSide = 'outgoing' | 'incoming';
export type ExchangeEnd = 'done' | 'failed' | 'aborted';

/** One HTTP request and what came back. Times are program seconds. */
export interface Exchange {
  readonly io: number;
  readonly side: ExchangeSide;
  readonly method: string;
  readonly url: string;
  /** The task that sent it, 0 for none. */
  readonly task: TaskId;
  /** Where it was sent from, 0 if unknown. */
  readonly line: number;
  readonly startedAt: number;
  /** When the head of the response came, with its status. */
  headAt: number | undefined;
  status: number;
  /** Of the body, so far. */
  bytes: number;
  endedAt: number | undefined;
  how: ExchangeEnd | undefined;
  error: string;
}

/** Exchanges kept; beyond it the oldest go. */
export const MAX_EXCHANGES = 2_000;

const f = {
  startedIo: field('request_started', 'io'),
  startedLine: field('request_started', 'line'),
  startedMethod: field('request_started', 'method'),
  startedUrl: field('request_started', 'url'),
  startedIncoming: field('request_started', 'incoming'),
  begunIo: field('response_begun', 'io'),
  begunStatus: field('response_begun', 'status'),
  bytesIo: field('response_bytes', 'io'),
  bytesCount: field('response_bytes', 'bytes'),
  endedIo: field('request_ended', 'io'),
  endedError: field('request_ended', 'error'),
  endedOutcome: field('request_ended', 'outcome'),
} as const;

/** The program's HTTP traffic, in the order in which it began. */
export class ExchangeStore {
  readonly all = new Map<number, Exchange>();
  dropped = 0;
  /** Outgoing ones that wait for more. */
  open = 0;

  clear(): void {
    this.all.clear();
    this.dropped = 0;
    this.open = 0;
  }

  /** What each task sent, in order. */
  byTask(): ReadonlyMap<TaskId, readonly Exchange[]> {
    const rows = new Map<TaskId, Exchange[]>();
    for (const exchange of this.all.values()) {
      if (exchange.task === 0) continue;
      const of = rows.get(exchange.task);
      if (of) of.push(exchange);
      else rows.set(exchange.task, [exchange]);
    }
    return rows;
  }

  /** Takes the cursor's record if it is about an exchange. */
  take(cursor: TraceCursor): void {
    switch (cursor.type) {
      case 'request_started':
        this.start(cursor);
        return;
      case 'response_begun': {
        const exchange = this.all.get(cursor.u32(f.begunIo));
        if (!exchange) return;
        exchange.headAt = cursor.time;
        exchange.status = cursor.u32(f.begunStatus);
        return;
      }
      case 'response_bytes': {
        const exchange = this.all.get(cursor.u32(f.bytesIo));
        if (exchange) exchange.bytes += cursor.u32(f.bytesCount);
        return;
      }
      case 'request_ended': {
        const exchange = this.all.get(cursor.u32(f.endedIo));
        if (!exchange) return;
        if (exchange.side === 'outgoing') this.open -= 1;
        exchange.endedAt = cursor.time;
        exchange.how = cursor.name(f.endedOutcome) as ExchangeEnd;
        exchange.error = cursor.text(f.endedError);
        return;
      }
      default:
    }
  }

  private start(cursor: TraceCursor): void {
    const io = cursor.u32(f.startedIo);
    this.all.set(io, {
      io,
      side: cursor.u8(f.startedIncoming) ? 'incoming' : 'outgoing',
      method: cursor.text(f.startedMethod),
      url: cursor.text(f.startedUrl),
      task: cursor.by,
      line: cursor.u32(f.startedLine),
      startedAt: cursor.time,
      headAt: undefined,
      status: 0,
      bytes: 0,
      endedAt: undefined,
      how: undefined,
      error: '',
    });
    if (this.all.get(io)?.side === 'outgoing') this.open += 1;
    if (this.all.size <= MAX_EXCHANGES) return;
    const [oldest] = this.all.values();
    if (!oldest) return;
    if (oldest.side === 'outgoing' && oldest.endedAt === undefined) this.open -= 1;
    this.all.delete(oldest.io);
    this.dropped += 1;
  }
}
