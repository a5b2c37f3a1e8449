// SPDX-License-Identifier: MIT
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchThrottling } from '../../web/embed/throttling';
import type { Session } from '../../web/session/session';

describe('a frame whose timers are held back', () => {
  let now = 0;
  const live = signal(false);
  const session = { live } as unknown as Session;
  /** Timers come this much later than they were set for. */
  const tickLate = (ms: number): void => {
    now += 200 + ms;
    vi.advanceTimersByTime(200);
  };

  beforeEach(() => {
    now = 0;
    live.value = false;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    vi.stubGlobal('document', { hidden: false });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('is noticed when ticks are late again and again', () => {
    const slowed = signal(false);
    watchThrottling(session, slowed, () => true);
    live.value = true;
    tickLate(10);
    tickLate(800);
    tickLate(30);
    tickLate(800);
    expect(slowed.value, 'a single late tick is a busy tab').toBe(false);
    tickLate(800);
    expect(slowed.value).toBe(true);
  });

  it('does not matter under the virtual clock, in a hidden tab, or when nothing runs', () => {
    const slowed = signal(false);
    const real = signal(false);
    watchThrottling(session, slowed, () => real.value);
    live.value = true;
    for (let tick = 0; tick < 4; tick += 1) tickLate(900);
    real.value = true;
    vi.stubGlobal('document', { hidden: true });
    for (let tick = 0; tick < 4; tick += 1) tickLate(900);
    live.value = false;
    vi.stubGlobal('document', { hidden: false });
    for (let tick = 0; tick < 4; tick += 1) tickLate(900);
    expect(slowed.value).toBe(false);
  });
});
