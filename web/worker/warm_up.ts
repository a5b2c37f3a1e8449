// SPDX-License-Identifier: MIT
import { RunStatus, type Runtime } from './runtime';
import type { Scheduler } from './scheduler';

/** Short enough that a program that is to be started does not notice. */
const SLICE_MS = 5;

/**
 * Runs a program (warm_up.py) that nobody sees, so that the first one that somebody sees starts as fast as the second: the
 * compiled functions belong to the wasm module, which all instances share. `cancelled` is asked between slices; whatever goes wrong
 * only ends it.
 */
export function warmUp(runtime: Runtime, program: string, scheduler: Pick<Scheduler, 'soon'>, cancelled: () => boolean): void {
  const guard = (task: () => void): void => {
    scheduler.soon(() => {
      if (cancelled()) return;
      try {
        task();
      } catch {
        // its instance is thrown away anyhow
      }
    });
  };
  const slice = (): void => {
    const status = runtime.run(SLICE_MS);
    runtime.output();
    runtime.trace();
    runtime.snapshot();
    if (status === RunStatus.budget) guard(slice);
  };
  guard(() => {
    runtime.configure({ clock: { kind: 'virtual', speed: 1 }, seed: 1, startPaused: false });
    if (runtime.load(program, 'warm_up.py').ok) guard(slice);
  });
}
