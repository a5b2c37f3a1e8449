// SPDX-License-Identifier: MIT
import { strings } from '../i18n';
import type { Exchange } from '../session/exchange_store';
import type { Lane } from '../session/lane';
import type { BlockedSpan } from '../session/trace_store';

export const LANE_HEIGHT = 22;
export const AXIS_HEIGHT = 20;
const MIN_BAR = 2.5;

/** Everything a drawing of the timeline depends on. */
export interface TimelineScene {
  readonly lanes: readonly Lane[];
  readonly blocks: readonly BlockedSpan[];
  /** The requests that each task sent. */
  readonly exchanges: ReadonlyMap<number, readonly Exchange[]>;
  /** Program seconds at the left and right edge. */
  readonly from: number;
  readonly to: number;
  /** The present, in program seconds: open waits end here. */
  readonly now: number;
  readonly live: boolean;
  readonly width: number;
  readonly height: number;
  readonly labelWidth: number;
  readonly scrollTop: number;
  readonly selected: number | null;
  readonly colour: (task: number) => string;
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly wash: string;
  readonly blocked: string;
  readonly surface: string;
  readonly font: string;
}

/** A round distance between ticks: 1, 2 or 5 times a power of ten. */
export function tickStep(span: number, most: number): number {
  const raw = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(raw));
  const scaled = raw / power;
  return power * (scaled <= 1 ? 1 : scaled <= 2 ? 2 : scaled <= 5 ? 5 : 10);
}

function tickLabel(value: number, step: number): string {
  const s = strings.value;
  if (step >= 1) return s.seconds(value.toFixed(0));
  if (step >= 0.001) return s.seconds(value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9))));
  return s.milliseconds((value * 1000).toFixed(Math.max(0, -Math.floor(Math.log10(step * 1000) + 1e-9))));
}

export function timeToX(scene: TimelineScene, time: number): number {
  return scene.labelWidth + ((time - scene.from) / (scene.to - scene.from)) * (scene.width - scene.labelWidth - 8);
}

export function xToTime(scene: TimelineScene, x: number): number {
  return scene.from + ((x - scene.labelWidth) / (scene.width - scene.labelWidth - 8)) * (scene.to - scene.from);
}

export function laneAt(scene: TimelineScene, y: number): Lane | undefined {
  return y < AXIS_HEIGHT ? undefined : scene.lanes[Math.floor((y - AXIS_HEIGHT + scene.scrollTop) / LANE_HEIGHT)];
}

export function drawTimeline(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height } = scene;
  context.clearRect(0, 0, width, height);
  context.font = scene.font;
  context.textBaseline = 'middle';
  drawGrid(context, scene);
  context.save();
  context.beginPath();
  context.rect(0, AXIS_HEIGHT, width, height - AXIS_HEIGHT);
  context.clip();
  drawBlocks(context, scene);
  const first = Math.max(0, Math.floor(scene.scrollTop / LANE_HEIGHT));
  const last = Math.min(scene.lanes.length, Math.ceil((scene.scrollTop + height) / LANE_HEIGHT));
  for (let index = first; index < last; index += 1) {
    const lane = scene.lanes[index];
    if (lane) drawLane(context, scene, lane, AXIS_HEIGHT + index * LANE_HEIGHT - scene.scrollTop);
  }
  drawFlows(context, scene);
  context.restore();
}

function drawGrid(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const step = tickStep(scene.to - scene.from, (scene.width - scene.labelWidth) / 90);
  context.strokeStyle = scene.line;
  context.fillStyle = scene.faint;
  context.lineWidth = 1;
  context.textAlign = 'left';
  context.beginPath();
  for (let tick = Math.ceil(scene.from / step); tick * step <= scene.to; tick += 1) {
    const x = Math.round(timeToX(scene, tick * step)) + 0.5;
    context.moveTo(x, AXIS_HEIGHT - 5);
    context.lineTo(x, scene.height);
    const label = tickLabel(tick * step, step);
    if (x + context.measureText(label).width + 4 < scene.width) context.fillText(label, x + 4, AXIS_HEIGHT / 2);
  }
  context.stroke();
}

function drawBlocks(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  context.fillStyle = scene.blocked;
  context.globalAlpha = 0.16;
  for (const { from, to } of scene.blocks) {
    const left = Math.max(scene.labelWidth, timeToX(scene, from));
    const right = timeToX(scene, Math.min(to, Math.max(scene.now, from)));
    if (right > left) context.fillRect(left, AXIS_HEIGHT, right - left, scene.height);
  }
  context.globalAlpha = 1;
}

function drawLane(context: CanvasRenderingContext2D, scene: TimelineScene, lane: Lane, top: number): void {
  const colour = scene.colour(lane.id);
  const middle = top + LANE_HEIGHT / 2;
  const selected = scene.selected === lane.id;
  if (selected) {
    context.fillStyle = scene.wash;
    context.fillRect(0, top, scene.width, LANE_HEIGHT);
  }

  context.save();
  context.beginPath();
  context.rect(scene.labelWidth - 4, top, scene.width - scene.labelWidth + 4, LANE_HEIGHT);
  context.clip();

  // Alive but not running: a thin line.
  const begin = timeToX(scene, Math.max(lane.createdAt, lane.keptFrom));
  const end = timeToX(scene, lane.doneAt ?? scene.now);
  context.strokeStyle = colour;
  context.globalAlpha = 0.5;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(begin, middle);
  context.lineTo(Math.max(begin, end), middle);
  context.stroke();
  context.globalAlpha = 1;

  // Running: bars. Many can share a pixel, so ones that end where the last bar ended are skipped.
  context.fillStyle = colour;
  const barTop = top + 5;
  const barHeight = LANE_HEIGHT - 10;
  let covered = -Infinity;
  for (let index = Math.max(0, lane.indexAt(scene.from)); index < lane.length; index += 1) {
    const from = timeToX(scene, lane.begin(index));
    if (from > scene.width) break;
    const to = Math.max(timeToX(scene, lane.finish(index)), from + MIN_BAR);
    if (to <= covered + 0.5) continue;
    context.fillRect(Math.max(from, covered), barTop, to - Math.max(from, covered), barHeight);
    covered = to;
  }
  if (lane.running !== undefined && scene.live) {
    const from = timeToX(scene, lane.running);
    context.fillRect(from, barTop, Math.max(MIN_BAR, timeToX(scene, scene.now) - from), barHeight);
  }

  drawExchanges(context, scene, scene.exchanges.get(lane.id) ?? [], top);

  for (const { time, kind } of lane.marks) {
    if (kind !== 'cancel_requested') continue;
    const x = timeToX(scene, time);
    context.strokeStyle = scene.blocked;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(x, top + 2);
    context.lineTo(x, top + LANE_HEIGHT - 2);
    context.stroke();
  }
  drawEnd(context, scene, lane, end, middle, colour);
  context.restore();

  context.fillStyle = colour;
  context.beginPath();
  context.arc(12, middle, 4, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = selected ? scene.ink : scene.faint;
  context.textAlign = 'left';
  context.save();
  context.beginPath();
  context.rect(20, top, scene.labelWidth - 28, LANE_HEIGHT);
  context.clip();
  context.fillText(lane.name, 22, middle + 0.5);
  context.restore();
}

/** Requests under way: a hollow bar below the lane's own, filled from the head of the answer on. */
function drawExchanges(context: CanvasRenderingContext2D, scene: TimelineScene, exchanges: readonly Exchange[], top: number): void {
  const y = top + LANE_HEIGHT - 5;
  for (const { startedAt, headAt, endedAt, how } of exchanges) {
    const from = timeToX(scene, startedAt);
    const to = Math.max(from + MIN_BAR, timeToX(scene, endedAt ?? scene.now));
    if (to < scene.labelWidth || from > scene.width) continue;
    context.strokeStyle = context.fillStyle = how === 'failed' ? scene.blocked : scene.ink;
    context.globalAlpha = 0.55;
    context.lineWidth = 1;
    context.strokeRect(from + 0.5, y + 0.5, to - from - 1, 3);
    if (headAt !== undefined) context.fillRect(timeToX(scene, headAt), y, to - timeToX(scene, headAt), 4);
    context.globalAlpha = 1;
  }
}

/** For the selected task: who made it, and who woke it, as arrows between the lanes. */
function drawFlows(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const target = scene.lanes.findIndex(({ id }) => id === scene.selected);
  const lane = scene.lanes[target];
  if (!lane) return;
  const middle = (index: number): number => AXIS_HEIGHT + (index + 0.5) * LANE_HEIGHT - scene.scrollTop;
  const arrow = (by: number, time: number): void => {
    const source = scene.lanes.findIndex(({ id }) => id === by);
    const x = timeToX(scene, time);
    if (source < 0 || source === target || x < scene.labelWidth || x > scene.width) return;
    const down = source < target ? 1 : -1;
    const to = middle(target) - down * 7;
    context.strokeStyle = scene.colour(by);
    context.fillStyle = scene.colour(by);
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(x, middle(source) + down * 5);
    context.lineTo(x, to - down * 3);
    context.stroke();
    context.beginPath();
    context.moveTo(x, to + down * 2);
    context.lineTo(x - 3.5, to - down * 4);
    context.lineTo(x + 3.5, to - down * 4);
    context.fill();
  };
  if (lane.createdBy > 0) arrow(lane.createdBy, lane.createdAt);
  for (const { time, kind, by } of lane.marks) if (kind === 'woken' && by > 0) arrow(by, time);
}

/** How it ended: a disc, a cross for an exception, an empty ring for cancelled. */
function drawEnd(
  context: CanvasRenderingContext2D, scene: TimelineScene, lane: Lane, x: number, y: number, colour: string,
): void {
  if (lane.end === undefined) return;
  context.lineWidth = 2;
  context.strokeStyle = lane.end === 'failed' ? scene.blocked : colour;
  context.beginPath();
  if (lane.end === 'failed') {
    context.moveTo(x - 4, y - 4);
    context.lineTo(x + 4, y + 4);
    context.moveTo(x + 4, y - 4);
    context.lineTo(x - 4, y + 4);
    context.stroke();
    return;
  }
  context.arc(x, y, 4, 0, Math.PI * 2);
  context.fillStyle = lane.end === 'cancelled' ? scene.surface : colour;
  context.fill();
  if (lane.end === 'cancelled') context.stroke();
}
