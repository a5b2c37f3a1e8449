// SPDX-License-Identifier: MIT
import type { Signal } from '@preact/signals';

const LEAST = 0.2;
const MOST = 0.8;
const STEP = 0.02;

/** A bar between two panes: drag it, or move it with the arrow keys; double-click for the middle. */
export function Splitter({ part, direction, label, initial }: {
  /** Part of the parent that the pane after the bar takes. */
  readonly part: Signal<number>;
  readonly direction: 'columns' | 'rows';
  readonly label: string;
  readonly initial: number;
}) {
  const set = (value: number): void => { part.value = Math.min(MOST, Math.max(LEAST, value)); };

  const onPointerDown = (event: PointerEvent & { readonly currentTarget: HTMLElement }): void => {
    const bar = event.currentTarget;
    const box = bar.parentElement?.getBoundingClientRect();
    if (!box) return;
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    const onMove = (move: PointerEvent): void => {
      set(direction === 'columns' ? (box.right - move.clientX) / box.width : (box.bottom - move.clientY) / box.height);
    };
    const onUp = (): void => {
      bar.removeEventListener('pointermove', onMove);
      bar.removeEventListener('pointerup', onUp);
      bar.removeEventListener('pointercancel', onUp);
    };
    bar.addEventListener('pointermove', onMove);
    bar.addEventListener('pointerup', onUp);
    bar.addEventListener('pointercancel', onUp);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const grow = direction === 'columns' ? 'ArrowLeft' : 'ArrowUp';
    const shrink = direction === 'columns' ? 'ArrowRight' : 'ArrowDown';
    if (event.key === grow) set(part.value + STEP);
    else if (event.key === shrink) set(part.value - STEP);
    else if (event.key === 'Home') set(MOST);
    else if (event.key === 'End') set(LEAST);
    else return;
    event.preventDefault();
  };

  return (
    <div
      class={`splitter of-${direction}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction === 'columns' ? 'vertical' : 'horizontal'}
      aria-valuemin={LEAST * 100}
      aria-valuemax={MOST * 100}
      aria-valuenow={Math.round(part.value * 100)}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDblClick={() => { set(initial); }}
    />
  );
}
