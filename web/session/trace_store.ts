// SPDX-License-Identifier: MIT
import { signal, type ReadonlySignal } from '@preact/signals';
import type { LoopPhase, TaskId } from '../protocol/snapshot';
import { ExchangeStore } from './exchange_store';
import { Lane, type LaneEnd } from './lane';
import { field, TraceCursor } from './trace_cursor';

/** Tasks whose steps are kept; beyond it the oldest ended ones go. */
export const MAX_LANES = 400;
const MAX_MARKS_PER_LANE = 200;
const MAX_BLOCKS = 2_000;
const MAX_RECENT = 3;
/** More timers than anyone looks at; the rest have bars that start full. */
const MAX_TIMERS = 10_000;

/** The whole program stood still (time.sleep, input). */
export interface BlockedSpan {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

const f = {
  phase: field('phase_changed', 'phase'),
  iteration: field('iteration_begun', 'number'),
  createdTask: field('task_created', 'task'),
  createdName: field('task_created', 'name'),
  renamedTask: field('task_renamed', 'task'),
  renamedName: field('task_renamed', 'name'),
  begunTask: field('task_step_begun', 'task'),
  endedTask: field('task_step_ended', 'task'),
  endedWhere: field('task_step_ended', 'where'),
  endedLabel: field('task_step_ended', 'label'),
  endedHow: field('task_step_ended', 'how'),
  doneTask: field('task_ended', 'task'),
  doneHow: field('task_ended', 'how'),
  doneOutcome: field('task_ended', 'outcome'),
  wokenTask: field('task_woken', 'task'),
  cancelTask: field('task_cancel_requested', 'task'),
  timerSet: field('timer_set', 'handle'),
  timerFired: field('timer_fired', 'handle'),
  timerCancelled: field('timer_cancelled', 'handle'),
  blockedUntil: field('program_blocked', 'until'),
  blockedLabel: field('program_blocked', 'label'),
  droppedCount: field('dropped', 'count'),
} as const;

/** What happened, as far as the pictures need it, in bounded memory. Panels read it after `revision` changes. */
export class TraceStore {
  readonly lanes = new Map<TaskId, Lane>();
  readonly outcomes = new Map<TaskId, string>();
  /** When each timer in the heap was set, by handle id. */
  readonly timerSetAt = new Map<number, number>();
  readonly blocks: BlockedSpan[] = [];
  readonly exchanges = new ExchangeStore();
  /** The tasks that stepped last, newest first, each once. */
  recent: readonly TaskId[] = [];
  /** Latest program time seen. */
  endTime = 0;
  iteration = 0;
  /** Records the runtime lost because it outran the page. */
  droppedRecords = 0;
  /** Lanes dropped to stay within `MAX_LANES`. */
  droppedLanes = 0;

  /** The phases the loop went through since the last paint; the ring lights them. */
  readonly lit: ReadonlySignal<ReadonlySet<LoopPhase>>;
  readonly revision: ReadonlySignal<number>;

  private readonly cursor = new TraceCursor();
  private readonly litSignal = signal<ReadonlySet<LoopPhase>>(new Set());
  private readonly revisionSignal = signal(0);
  private seenPhases = new Set<LoopPhase>();
  private changed = false;

  constructor() {
    this.lit = this.litSignal;
    this.revision = this.revisionSignal;
  }

  clear(): void {
    this.lanes.clear();
    this.outcomes.clear();
    this.timerSetAt.clear();
    this.blocks.length = 0;
    this.exchanges.clear();
    this.recent = [];
    this.endTime = 0;
    this.iteration = 0;
    this.droppedRecords = 0;
    this.droppedLanes = 0;
    this.cursor.reset();
    this.seenPhases = new Set();
    this.litSignal.value = this.seenPhases;
    this.revisionSignal.value += 1;
  }

  append(batch: Uint8Array): void {
    this.cursor.open(batch);
    while (this.cursor.next()) this.take(this.cursor);
    this.changed = true;
  }

  /** Lets the panels see what was appended; once a paint. */
  publish(): void {
    if (!this.changed) return;
    this.changed = false;
    this.litSignal.value = this.seenPhases;
    this.seenPhases = new Set();
    this.revisionSignal.value += 1;
  }

  /** The light of the last paint goes out. */
  dim(): void {
    if (this.litSignal.value.size > 0) this.litSignal.value = new Set();
  }

  private take(cursor: TraceCursor): void {
    if (cursor.time > this.endTime) this.endTime = cursor.time;
    switch (cursor.type) {
      case 'task_step_begun':
        this.stepped(cursor.u32(f.begunTask));
        return;
      case 'task_step_ended': {
        const lane = this.lane(cursor.u32(f.endedTask));
        lane.stepEnds(cursor.time, cursor.line(f.endedWhere));
        lane.parkedOn = cursor.name(f.endedHow) === 'parked' ? cursor.text(f.endedLabel) : '';
        return;
      }
      case 'phase_changed':
        this.seenPhases.add(cursor.name(f.phase) as LoopPhase);
        return;
      case 'iteration_begun':
        this.iteration = cursor.u32(f.iteration);
        return;
      case 'task_created':
        this.create(cursor);
        return;
      case 'task_renamed':
        this.lane(cursor.u32(f.renamedTask)).name = cursor.text(f.renamedName);
        return;
      case 'task_ended': {
        const lane = this.lane(cursor.u32(f.doneTask));
        lane.doneAt = cursor.time;
        lane.end = cursor.name(f.doneHow) as LaneEnd;
        this.outcomes.set(lane.id, cursor.text(f.doneOutcome));
        return;
      }
      case 'task_woken':
        this.mark(cursor.u32(f.wokenTask), 'woken');
        return;
      case 'task_cancel_requested':
        this.mark(cursor.u32(f.cancelTask), 'cancel_requested');
        return;
      case 'timer_set':
        if (this.timerSetAt.size < MAX_TIMERS) this.timerSetAt.set(cursor.u32(f.timerSet), cursor.time);
        return;
      case 'timer_fired':
        this.timerSetAt.delete(cursor.u32(f.timerFired));
        return;
      case 'timer_cancelled':
        this.timerSetAt.delete(cursor.u32(f.timerCancelled));
        return;
      case 'program_blocked':
        if (this.blocks.length >= MAX_BLOCKS) this.blocks.shift();
        this.blocks.push({ from: cursor.time, to: cursor.f64(f.blockedUntil), label: cursor.text(f.blockedLabel) });
        return;
      case 'dropped':
        this.droppedRecords += cursor.u32(f.droppedCount);
        return;
      default:
        this.exchanges.take(cursor);
    }
  }

  private stepped(task: TaskId): void {
    this.lane(task).stepBegins(this.cursor.time, 0);
    if (this.recent[0] !== task) this.recent = [task, ...this.recent.filter((other) => other !== task)].slice(0, MAX_RECENT);
  }

  private create(cursor: TraceCursor): void {
    const id = cursor.u32(f.createdTask);
    this.lanes.set(id, new Lane(id, cursor.text(f.createdName), cursor.time, cursor.by));
    if (this.lanes.size > MAX_LANES) this.dropOldest();
  }

  /** Also for a task whose creation was lost. */
  private lane(id: TaskId): Lane {
    let lane = this.lanes.get(id);
    if (!lane) {
      lane = new Lane(id, `Task ${String(id)}`, this.cursor.time, 0);
      this.lanes.set(id, lane);
    }
    return lane;
  }

  private mark(id: TaskId, kind: 'woken' | 'cancel_requested'): void {
    const { marks } = this.lane(id);
    if (marks.length >= MAX_MARKS_PER_LANE) marks.shift();
    marks.push({ time: this.cursor.time, kind, by: this.cursor.by });
  }

  private dropOldest(): void {
    let victim: TaskId | undefined;
    for (const [id, lane] of this.lanes) {
      victim ??= id;
      if (lane.doneAt !== undefined) {
        victim = id;
        break;
      }
    }
    if (victim === undefined) return;
    this.lanes.delete(victim);
    this.outcomes.delete(victim);
    this.droppedLanes += 1;
  }
}
