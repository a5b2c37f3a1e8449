// SPDX-License-Identifier: MIT
import type { TaskId } from '../protocol/snapshot';

/** How many task colours the style sheet has (`--task-0` ...). */
export const TASK_COLOURS = 10;
const MAX_REMEMBERED = 5_000;

/** Gives tasks their colours in the order in which they are first seen, so that neighbours differ. */
export class TaskColours {
  private readonly numbers = new Map<TaskId, number>();
  private next = 0;

  /** 0 to `TASK_COLOURS` - 1. */
  of(id: TaskId): number {
    let number = this.numbers.get(id);
    if (number === undefined) {
      number = this.next % TASK_COLOURS;
      this.next += 1;
      this.numbers.set(id, number);
      if (this.numbers.size > MAX_REMEMBERED) {
        const [oldest] = this.numbers.keys();
        if (oldest !== undefined) this.numbers.delete(oldest);
      }
    }
    return number;
  }

  css(id: TaskId): string {
    return `var(--task-${String(this.of(id))})`;
  }

  clear(): void {
    this.numbers.clear();
    this.next = 0;
  }
}
