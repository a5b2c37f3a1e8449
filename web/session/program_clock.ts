// SPDX-License-Identifier: MIT
import type { Activity, ClockSetting } from '../protocol/messages';

/**
 * The page's estimate of program time between frames, so that countdowns move smoothly.
 * It extrapolates only where program time really flows: under the real clock, unless paused.
 */
export class ProgramClock {
  private base = 0;
  private baseAt = 0;
  private rate = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A frame says that it is `programTime`. */
  sync(programTime: number, activity: Activity, setting: ClockSetting): void {
    const flows = setting.kind === 'real' && activity !== 'paused' && activity !== 'importing';
    this.base = programTime;
    this.baseAt = this.now();
    this.rate = flows ? setting.speed : 0;
  }

  /** The program ended or was never started. */
  freeze(programTime = this.time()): void {
    this.base = programTime;
    this.baseAt = this.now();
    this.rate = 0;
  }

  /** Program seconds. */
  time(): number {
    return this.base + ((this.now() - this.baseAt) / 1000) * this.rate;
  }

  get flows(): boolean {
    return this.rate > 0;
  }
}
