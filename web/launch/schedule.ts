// SPDX-License-Identifier: MIT

/** A hidden page paints nothing; its panels still keep up, slowly. */
const HIDDEN_FRAME_MS = 250;

/**
 * Calls back before the next paint. A frame of another origin that is scrolled out of view gets no paints while
 * `document.hidden` stays false, so a timer runs beside it.
 */
export function nextFrame(draw: () => void): void {
  let drawn = false;
  const once = (): void => {
    if (drawn) return;
    drawn = true;
    clearTimeout(timer);
    draw();
  };
  const timer = setTimeout(once, HIDDEN_FRAME_MS);
  requestAnimationFrame(once);
}

/** @returns what cancels it */
export function after(ms: number, task: () => void): () => void {
  const handle = setTimeout(task, ms);
  return () => { clearTimeout(handle); };
}
