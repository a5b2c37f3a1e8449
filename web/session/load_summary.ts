// SPDX-License-Identifier: MIT
import type { Load } from './load_store';

/** What many requests came to. Latencies are program seconds from arrival to the last byte, of answered requests. */
export interface LoadSummary {
  readonly sent: number;
  readonly answered: number;
  /** Answered with a status of 400 or more. */
  readonly errors: number;
  /** Refused, broken off, or left when the program ended. */
  readonly lost: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  /** Answers per program second, from the first arrival to the last answer. */
  readonly throughput: number;
  readonly from: number;
  readonly to: number;
}

/** The smallest latency that at least `part` of them do not exceed (nearest rank). */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}

export function summarize(loads: readonly Load[]): LoadSummary {
  const latencies: number[] = [];
  let errors = 0;
  let lost = 0;
  let from = Infinity;
  let to = -Infinity;
  for (const { response } of loads) {
    if (!response) continue;
    if (response.outcome !== 'done') {
      lost += 1;
      continue;
    }
    if (response.status >= 400) errors += 1;
    latencies.push(response.doneAt - response.sentAt);
    from = Math.min(from, response.sentAt);
    to = Math.max(to, response.doneAt);
  }
  latencies.sort((a, b) => a - b);
  const answered = latencies.length;
  return {
    sent: loads.length,
    answered,
    errors,
    lost,
    median: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    longest: latencies[answered - 1] ?? 0,
    throughput: to > from ? answered / (to - from) : 0,
    from: answered > 0 ? from : 0,
    to: answered > 0 ? to : 0,
  };
}

/** How many answers came in each of `count` equal parts of `from` to `to`. */
export function answersPerPart(loads: readonly Load[], from: number, to: number, count: number): readonly number[] {
  const parts = new Array<number>(count).fill(0);
  if (to <= from) return parts;
  for (const { response } of loads) {
    if (response?.outcome !== 'done') continue;
    const part = Math.min(count - 1, Math.floor(((response.doneAt - from) / (to - from)) * count));
    if (part >= 0) parts[part] = (parts[part] ?? 0) + 1;
  }
  return parts;
}
