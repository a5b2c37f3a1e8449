// SPDX-License-Identifier: MIT
import type { TaskId } from '../protocol/snapshot';

/** How a task came to its end. */
export type LaneEnd = 'finished' | 'failed' | 'cancelled';

export interface LaneMark {
  readonly time: number;
  readonly kind: 'cancel_requested' | 'woken';
  /** The task that did it, 0 for none. */
  readonly by: TaskId;
}

const FIELDS = 3;
/** Steps kept per task; older ones are dropped a half at a time. */
export const MAX_STEPS_PER_LANE = 8_192;

/** The steps of one task, in order: (begin, end, line) triples in one growing typed array. */
export class Lane {
  name: string;
  doneAt: number | undefined;
  end: LaneEnd | undefined;
  /** What it is parked on, '' while it runs or waits for its turn. */
  parkedOn = '';
  steps = 0;
  /** Seconds of all its steps, dropped ones included. */
  ran = 0;
  readonly marks: LaneMark[] = [];
  /** Steps before this were dropped. */
  keptFrom: number;

  private data = new Float64Array(FIELDS * 16);
  private count = 0;
  private openAt: number | undefined;
  private openLine = 0;

  constructor(readonly id: TaskId, name: string, readonly createdAt: number, readonly createdBy: TaskId) {
    this.name = name;
    this.keptFrom = createdAt;
  }

  get length(): number {
    return this.count;
  }

  begin(index: number): number {
    return this.data[index * FIELDS] ?? 0;
  }

  finish(index: number): number {
    return this.data[index * FIELDS + 1] ?? 0;
  }

  line(index: number): number {
    return this.data[index * FIELDS + 2] ?? 0;
  }

  /** Set while a step is under way. */
  get running(): number | undefined {
    return this.openAt;
  }

  stepBegins(time: number, line: number): void {
    this.openAt = time;
    this.openLine = line;
    this.parkedOn = '';
    this.steps += 1;
  }

  stepEnds(time: number, line: number): void {
    if (this.openAt === undefined) return;
    this.reserve();
    const at = this.count * FIELDS;
    this.data[at] = this.openAt;
    this.data[at + 1] = time;
    this.data[at + 2] = line > 0 ? line : this.openLine;
    this.count += 1;
    this.ran += time - this.openAt;
    this.openAt = undefined;
  }

  /** Index of the last step that begins at or before `time`, or -1. */
  indexAt(time: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.begin(middle) <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private reserve(): void {
    if (this.count >= MAX_STEPS_PER_LANE) {
      const half = this.count >> 1;
      this.data.copyWithin(0, half * FIELDS, this.count * FIELDS);
      this.count -= half;
      this.keptFrom = this.begin(0);
    }
    if ((this.count + 1) * FIELDS > this.data.length) {
      const bigger = new Float64Array(this.data.length * 2);
      bigger.set(this.data);
      this.data = bigger;
    }
  }
}
