// SPDX-License-Identifier: MIT
import { signal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { duration, strings } from '../i18n';
import type { Session } from '../session/session';
import { useFrames, useSize } from '../ui/hooks';
import { FitIcon, MinusIcon, PlusIcon } from '../ui/icons';
import { isDark, resolveColour } from '../ui/theme';
import { Empty, timelineSketch } from './empty';
import type { Panel, PanelProps } from './panel';
import {
  AXIS_HEIGHT, drawTimeline, laneAt, LANE_HEIGHT, timeToX, xToTime, type TimelineScene,
} from './timeline_canvas';

/** Part of the run that is in view: all of it at zoom 1; `middle` is where, from 0 to 1. */
const view = signal({ zoom: 1, middle: 0.5 });
const MAX_ZOOM = 2_000;
/** A run shorter than this does not fill the width at first. Seconds. */
const SHORTEST_SPAN = 0.002;

function zoomBy(factor: number, at?: number): void {
  const { zoom, middle } = view.value;
  const next = Math.min(MAX_ZOOM, Math.max(1, zoom * factor));
  // The moment under the pointer stays there.
  const anchor = at ?? middle;
  const half = 0.5 / next;
  const moved = anchor + (middle - anchor) * (zoom / next);
  view.value = { zoom: next, middle: Math.min(1 - half, Math.max(half, moved)) };
}

function panBy(part: number): void {
  const { zoom, middle } = view.value;
  const half = 0.5 / zoom;
  view.value = { zoom, middle: Math.min(1 - half, Math.max(half, middle + part / zoom)) };
}

function sceneOf(session: Session, width: number, height: number, scrollTop: number): TimelineScene {
  const { trace } = session;
  const lanes = [...trace.lanes.values()];
  const live = session.live.value;
  const now = live ? Math.max(trace.endTime, session.clock.time()) : trace.endTime;
  // Loading its imports is not part of the story: the picture begins with the first task.
  const start = lanes[0]?.createdAt ?? 0;
  const span = Math.max(SHORTEST_SPAN, (now - start) * (live ? 1.04 : 1.02));
  const { zoom, middle } = view.value;
  return {
    lanes,
    blocks: trace.blocks,
    exchanges: trace.exchanges.byTask(),
    from: start + span * (middle - 0.5 / zoom),
    to: start + span * (middle + 0.5 / zoom),
    now,
    live,
    width,
    height,
    labelWidth: Math.min(110, width * 0.24),
    scrollTop,
    selected: session.selectedTask.value,
    colour: (task) => resolveColour(`--task-${String(session.colours.of(task))}`),
    ink: resolveColour('--ink'),
    faint: resolveColour('--ink-soft'),
    line: resolveColour('--line'),
    wash: resolveColour('--selected'),
    blocked: resolveColour('--blocked'),
    surface: resolveColour('--surface'),
    font: `12px ${getComputedStyle(document.body).fontFamily}`,
  };
}

function View({ session, select }: PanelProps) {
  const s = strings.value;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(box);
  const [tip, setTip] = useState<{ readonly x: number; readonly y: number; readonly text: string } | null>(null);
  // Read here so that a new lane renders the scroll height anew.
  void session.trace.revision.value;
  const lanes = session.trace.lanes.size;
  const flowing = session.live.value && session.state.value !== 'paused';

  const draw = (): void => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || size.width === 0) return;
    const ratio = devicePixelRatio;
    if (element.width !== Math.round(size.width * ratio) || element.height !== Math.round(size.height * ratio)) {
      element.width = Math.round(size.width * ratio);
      element.height = Math.round(size.height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawTimeline(context, sceneOf(session, size.width, size.height, box.current?.scrollTop ?? 0));
  };
  useFrames(flowing && lanes > 0, draw);
  useSignalEffect(() => {
    void [view.value, isDark.value, session.trace.revision.value, session.selectedTask.value, session.state.value];
    draw();
  });
  useEffect(draw);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    // Not passive: a zooming wheel must not scroll the page as well.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        const scene = sceneOf(session, element.clientWidth, element.clientHeight, element.scrollTop);
        const full = (scene.to - scene.from) * view.value.zoom;
        const start = scene.from - full * (view.value.middle - 0.5 / view.value.zoom);
        zoomBy(Math.exp(-event.deltaY / 200), (xToTime(scene, event.clientX - element.getBoundingClientRect().left) - start) / full);
      } else {
        panBy(event.deltaX / element.clientWidth);
      }
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => { element.removeEventListener('wheel', onWheel); };
  }, [session, lanes > 0]);

  if (lanes === 0) return <Empty sketch={timelineSketch}>{s.timelineEmpty}</Empty>;

  const under = (event: MouseEvent) => {
    const bounds = box.current?.getBoundingClientRect();
    if (!bounds) return undefined;
    const scene = sceneOf(session, size.width, size.height, box.current?.scrollTop ?? 0);
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    const lane = laneAt(scene, y);
    const time = xToTime(scene, x);
    const block = x > scene.labelWidth ? session.trace.blocks.find(({ from, to }) => from <= time && time <= to) : undefined;
    if (!lane) return undefined;
    let step = lane.indexAt(xToTime(scene, x + 3));
    if (step >= 0 && x > Math.max(timeToX(scene, lane.finish(step)), timeToX(scene, lane.begin(step)) + 3) + 3) step = -1;
    const exchange = step < 0 && x > scene.labelWidth
      ? scene.exchanges.get(lane.id)?.findLast(({ startedAt, endedAt }) => startedAt <= time && time <= (endedAt ?? scene.now)) : undefined;
    return { lane, step, block, exchange, x, y };
  };

  const onMove = (event: MouseEvent): void => {
    const hit = under(event);
    if (!hit || (hit.step < 0 && !hit.block && !hit.exchange)) {
      setTip(null);
      return;
    }
    const { lane, step, block, exchange } = hit;
    const text = step >= 0
      ? strings.value.stepTooltip(lane.name, lane.line(step), duration(lane.finish(step) - lane.begin(step)))
      : exchange ? strings.value.exchangeTooltip(exchange.method, exchange.url, duration((exchange.endedAt ?? session.trace.endTime) - exchange.startedAt))
      : strings.value.blockedTooltip(block?.label ?? '');
    setTip({ x: Math.min(hit.x, size.width - 180), y: hit.y + (box.current?.scrollTop ?? 0), text });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const ids = [...session.trace.lanes.keys()];
    const at = ids.indexOf(session.selectedTask.value ?? -1);
    switch (event.key) {
      case 'ArrowDown': select(ids[Math.min(ids.length - 1, at + 1)] ?? null); break;
      case 'ArrowUp': select(ids[Math.max(0, at - 1)] ?? null); break;
      case 'ArrowLeft': panBy(-0.1); break;
      case 'ArrowRight': panBy(0.1); break;
      case '+':
      case '=': zoomBy(1.5); break;
      case '-': zoomBy(1 / 1.5); break;
      case '0': view.value = { zoom: 1, middle: 0.5 }; break;
      default: return;
    }
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      class="timeline"
      role="application"
      aria-roledescription={s.timelineTitle}
      aria-label={s.timelineLabel(lanes, duration(session.trace.endTime))}
      tabIndex={0}
      onScroll={draw}
      onKeyDown={onKeyDown}
      onMouseMove={onMove}
      onMouseLeave={() => { setTip(null); }}
      onClick={(event) => {
        const hit = under(event);
        if (hit) select(hit.lane.id, hit.step >= 0 ? hit.lane.line(hit.step) || undefined : undefined);
      }}
    >
      <canvas ref={canvas} aria-hidden="true" style={{ width: `${String(size.width)}px`, height: `${String(size.height)}px` }} />
      <div style={{ height: `${String(Math.max(0, AXIS_HEIGHT + lanes * LANE_HEIGHT - size.height))}px` }} />
      {tip ? <div class="tip" style={{ left: `${String(tip.x + 10)}px`, top: `${String(tip.y + 14)}px` }}>{tip.text}</div> : null}
    </div>
  );
}

function Tools({ session }: PanelProps) {
  const s = strings.value;
  void session.trace.revision.value;
  if (session.trace.lanes.size === 0) return null;
  return (
    <>
      {session.trace.droppedLanes > 0 ? <span class="panel-note">{s.timelineDropped(session.trace.droppedLanes)}</span> : null}
      <button type="button" class="icon-button small" title={s.zoomOut} aria-label={s.zoomOut} disabled={view.value.zoom <= 1} onClick={() => { zoomBy(1 / 2); }}><MinusIcon /></button>
      <button type="button" class="icon-button small" title={s.zoomIn} aria-label={s.zoomIn} onClick={() => { zoomBy(2); }}><PlusIcon /></button>
      <button type="button" class="icon-button small" title={s.zoomFit} aria-label={s.zoomFit} disabled={view.value.zoom <= 1} onClick={() => { view.value = { zoom: 1, middle: 0.5 }; }}><FitIcon /></button>
    </>
  );
}

export const timelinePanel: Panel = { id: 'timeline', title: (s) => s.timelineTitle, Tools, View };
