// SPDX-License-Identifier: MIT
import type { ComponentChildren } from 'preact';

/** What an empty panel says: what would be here, and how to bring it there; with a sketch of it. */
export function Empty({ sketch, children }: { readonly sketch?: ComponentChildren; readonly children: string }) {
  return (
    <div class="empty">
      {sketch !== undefined ? <svg class="sketch" viewBox="0 0 120 40" width="120" height="40" aria-hidden="true">{sketch}</svg> : null}
      <p>{children}</p>
    </div>
  );
}

const dot = (x: number, y: number, colour: number) => <circle cx={x} cy={y} r="3.5" fill={`var(--task-${String(colour)})`} />;
const bar = (x: number, y: number, width: number, colour: number, height = 8) =>
  <rect x={x} y={y - height / 2} width={width} height={height} rx="1.5" fill={`var(--task-${String(colour)})`} />;
const rail = (x: number, y: number, width: number) => <rect x={x} y={y - 1} width={width} height="2" rx="1" fill="var(--line-strong)" />;

/** Three entries in line before a gate. */
export const readySketch = (
  <>
    <path d="M104 8v24" stroke="var(--line-strong)" stroke-width="2" stroke-linecap="round" />
    {[0, 1, 2].map((index) => (
      <g key={index} opacity={1 - index * 0.28}>
        <rect x={72 - index * 30} y="11" width="24" height="18" rx="5" fill="none" stroke="var(--line-strong)" stroke-width="1.5" />
        {dot(84 - index * 30, 20, index)}
      </g>
    ))}
  </>
);

/** Three alarms that run down. */
export const timersSketch = (
  <>
    {[[8, 30, 0], [20, 58, 1], [32, 84, 2]].map(([y = 0, width = 0, colour = 0]) => (
      <g key={y}>{dot(8, y, colour)}{rail(20, y, 92)}{bar(20, y, width, colour, 3)}</g>
    ))}
  </>
);

/** Rows of a table. */
export const tasksSketch = (
  <>
    {[8, 20, 32].map((y, index) => (
      <g key={y}>{dot(8, y, index)}{rail(20, y, 26)}{rail(56, y, 18 + index * 6)}{rail(98, y, 14)}</g>
    ))}
  </>
);

/** Requests that overlap, each with its answer. */
export const networkSketch = (
  <>
    {[[8, 8, 40], [20, 18, 60], [32, 30, 34]].map(([y = 0, x = 0, width = 0], index) => (
      <g key={y}>{dot(8, y, index)}{rail(20 + x, y, width)}{bar(20 + x + width, y, 12 + index * 4, index, 5)}</g>
    ))}
  </>
);

/** Lanes whose bars never overlap. */
export const timelineSketch = (
  <>
    {rail(4, 8, 112)}{rail(16, 20, 92)}{rail(28, 32, 70)}
    {bar(4, 8, 12, 0)}{bar(60, 8, 9, 0)}{bar(108, 8, 8, 0)}
    {bar(16, 20, 12, 1)}{bar(78, 20, 14, 1)}
    {bar(28, 32, 18, 2)}{bar(92, 32, 6, 2)}
  </>
);
