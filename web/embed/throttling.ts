// SPDX-License-Identifier: MIT
import { effect, type Signal } from '@preact/signals';
import type { Session } from '../session/session';

const TICK_MS = 200;
/** A tick this late is no busy moment of the tab: browsers hold timers of frames out of view back to one a second. */
const LATE_MS = 600;
/** A single one may be a tab that was put to sleep and woken. */
const LATE_TICKS = 2;

/**
 * Notices that the browser slows this frame's timers down, as it does with frames of another origin that are scrolled
 * out of view: then a program on the real clock sleeps longer than it says.
 */
export function watchThrottling(session: Session, slowed: Signal<boolean>, onRealClock: () => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    clearTimeout(timer);
    if (!session.live.value || !onRealClock()) return;
    let late = 0;
    const tick = (): void => {
      const due = performance.now() + TICK_MS;
      timer = setTimeout(() => {
        late = !document.hidden && performance.now() - due > LATE_MS ? late + 1 : 0;
        if (late >= LATE_TICKS) slowed.value = true;
        tick();
      }, TICK_MS);
    };
    tick();
  });
}
