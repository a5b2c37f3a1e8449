// SPDX-License-Identifier: MIT
// The shape of the runtime's live-state snapshot (made by runtime/trace, JSON). Times are program seconds.

export type TaskId = number;

export type LoopPhase = 'idle' | 'timers' | 'ready' | 'waiting' | 'blocked' | 'done';

/** Rows are capped by the runtime; `total` says how many there are. */
export interface Capped<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface Why {
  /** `task_created`, `future_done`, `yielded`, `call_soon`, `timer_due`, `cancel_requested`, ... */
  readonly code: string;
  readonly by?: TaskId;
  readonly label?: string;
}

export interface ReadyRow {
  readonly id: number;
  readonly kind: string;
  readonly why: Why;
  readonly task?: TaskId;
  readonly label: string;
}

export interface TimerRow {
  readonly id: number;
  readonly when: number;
  readonly remaining: number;
  readonly owner?: TaskId;
  readonly label: string;
  readonly line?: number;
}

export type TaskState = 'CREATED' | 'RUNNING' | 'SUSPENDED' | 'CLOSED';

export interface Awaits {
  readonly kind: string;
  readonly label: string;
  readonly task?: TaskId;
}

export interface ChainLink {
  readonly name: string;
  readonly line?: number;
}

export interface TaskRow {
  readonly id: TaskId;
  readonly name: string;
  readonly coro: string;
  readonly state: TaskState;
  /** repr of the result of a task that returned. */
  readonly result?: string;
  readonly exception?: string;
  readonly cancelled: boolean;
  readonly cancelRequested: boolean;
  readonly awaits?: Awaits;
  readonly line?: number;
  /** From the task's own coroutine inwards to where it is parked. */
  readonly chain: readonly ChainLink[];
  readonly steps: number;
  readonly ran: number;
  readonly waited: number;
  readonly waiters: readonly TaskId[];
}

export interface ThreadRow {
  readonly id: number;
  readonly name: string;
  readonly state: 'running' | 'ready' | 'blocked';
  readonly line?: number;
}

/** A server of the program's that listens for the page's requests. */
export interface ServerRow {
  readonly host: string;
  readonly port: number;
  /** What serves, e.g. `uvicorn`. */
  readonly label: string;
}

export interface Snapshot {
  readonly time: number;
  readonly phase: LoopPhase;
  readonly iteration: number;
  readonly ready: Capped<ReadyRow>;
  readonly timers: Capped<TimerRow>;
  readonly tasks: Capped<TaskRow>;
  readonly threads: readonly ThreadRow[];
  readonly servers?: readonly ServerRow[];
}
