// SPDX-License-Identifier: MIT
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { duration, strings } from '../i18n';
import { answersPerPart, type LoadSummary } from '../session/load_summary';
import type { Session } from '../session/session';
import { useSize } from '../ui/hooks';
import { isDark, resolveColour } from '../ui/theme';

const LEFT = 8;
const RIGHT = 8;
const TOP = 18;
const BOTTOM = 16;
const DOT = 2;

/** Latency of each answer as dots over the moment of arrival; behind it, answers per time as bars. */
export function RequestsChart({ session, summary }: { readonly session: Session; readonly summary: LoadSummary }) {
  const s = strings.value;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const area = useSize(box);

  const draw = (): void => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || area.width === 0) return;
    const ratio = devicePixelRatio;
    element.width = Math.round(area.width * ratio);
    element.height = Math.round(area.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, area.width, area.height);
    const { from, to, longest } = summary;
    const span = Math.max(to - from, 1e-9);
    const width = area.width - LEFT - RIGHT;
    const height = area.height - TOP - BOTTOM;
    const loads = session.load.all;
    context.font = `11px ${getComputedStyle(document.body).fontFamily}`;

    const bars = answersPerPart(loads, from, to, Math.max(1, Math.floor(width / 6)));
    const most = Math.max(1, ...bars);
    context.fillStyle = resolveColour('--line-strong');
    context.globalAlpha = 0.45;
    bars.forEach((count, index) => {
      const tall = (count / most) * height;
      context.fillRect(LEFT + (index * width) / bars.length, TOP + height - tall, Math.max(1, width / bars.length - 1), tall);
    });
    context.globalAlpha = 1;

    const good = resolveColour('--accent');
    const bad = resolveColour('--blocked');
    for (const { response } of loads) {
      if (response?.outcome !== 'done') continue;
      const x = LEFT + ((response.sentAt - from) / span) * width;
      const y = TOP + height - (longest > 0 ? (response.doneAt - response.sentAt) / longest : 0) * height;
      context.fillStyle = response.status >= 400 ? bad : good;
      context.fillRect(x - DOT, y - DOT, DOT * 2, DOT * 2);
    }

    context.strokeStyle = resolveColour('--line');
    context.beginPath();
    context.moveTo(LEFT, TOP + height + 0.5);
    context.lineTo(LEFT + width, TOP + height + 0.5);
    context.stroke();
    context.fillStyle = resolveColour('--ink-faint');
    context.textBaseline = 'top';
    context.textAlign = 'left';
    context.fillText(strings.value.chartLatency(duration(longest)), LEFT, 3);
    context.textAlign = 'right';
    const perSecond = (most * bars.length) / span;
    context.fillText(strings.value.chartThroughput(Math.round(perSecond)), area.width - RIGHT, 3);
    context.fillText(duration(to - from), area.width - RIGHT, area.height - 13);
    context.textAlign = 'left';
    context.fillText('0', LEFT, area.height - 13);
  };
  useSignalEffect(() => {
    void [session.load.revision.value, isDark.value];
    draw();
  });
  useEffect(draw);
  return (
    <div ref={box} class="requests-chart" role="img" data-answers={summary.answered}
      aria-label={s.chartLabel(summary.answered, duration(summary.median), duration(summary.p95), Math.round(summary.throughput))}>
      <canvas ref={canvas} aria-hidden="true" style={{ width: `${String(area.width)}px`, height: `${String(area.height)}px` }} />
    </div>
  );
}
