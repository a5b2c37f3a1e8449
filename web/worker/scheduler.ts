// SPDX-License-Identifier: MIT

/** How the driver lets messages through and sleeps. Tests give a manual one. */
export interface Scheduler {
  now(): number;
  /** Runs `task` after whatever messages are waiting; not clamped to 4 ms as nested timeouts are. */
  soon(task: () => void): void;
  after(ms: number, task: () => void): number;
  cancel(handle: number): void;
}

/** The longest delay setTimeout takes (2^31 - 1 ms); longer ones fire at once. */
const MAX_DELAY_MS = 0x7fffffff;

export function createScheduler(): Scheduler {
  const channel = new MessageChannel();
  const queue: (() => void)[] = [];
  channel.port1.onmessage = () => queue.shift()?.();
  return {
    now: () => performance.now(),
    soon(task) {
      queue.push(task);
      channel.port2.postMessage(null);
    },
    after: (ms, task) => setTimeout(task, Math.min(Math.max(ms, 0), MAX_DELAY_MS)) as unknown as number,
    cancel: (handle) => { clearTimeout(handle); },
  };
}
