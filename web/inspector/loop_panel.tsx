// SPDX-License-Identifier: MIT
import { useRef } from 'preact/hooks';
import { duration, strings } from '../i18n';
import type { LoopPhase } from '../protocol/snapshot';
import { setText, useFrames } from '../ui/hooks';
import type { Panel, PanelProps } from './panel';

const SIZE = 92;
const RADIUS = 37;
/** Degrees between two arcs. */
const GAP = 13;

/** The three parts of an iteration, clockwise from the top; each arc is a third of the ring. */
const PHASES: readonly { readonly phase: LoopPhase; readonly from: number }[] = [
  { phase: 'timers', from: 0 },
  { phase: 'ready', from: 120 },
  { phase: 'waiting', from: 240 },
];

function point(degrees: number): string {
  const radians = ((degrees - 90) * Math.PI) / 180;
  const centre = SIZE / 2;
  return `${(centre + RADIUS * Math.cos(radians)).toFixed(2)} ${(centre + RADIUS * Math.sin(radians)).toFixed(2)}`;
}

function arc(from: number): string {
  return `M${point(from + GAP)}A${String(RADIUS)} ${String(RADIUS)} 0 0 1 ${point(from + 120 - GAP)}`;
}

/** What wakes the loop: the earliest timer, or somebody from outside. */
function WhatWakes({ session }: { readonly session: PanelProps['session'] }) {
  const label = useRef<HTMLSpanElement>(null);
  const first = session.snapshot.value?.timers.rows.reduce((least, { when }) => Math.min(least, when), Infinity) ?? Infinity;
  const waits = session.state.value === 'waiting' && Number.isFinite(first);
  const text = (): string => strings.value.waitingFor(duration(Math.max(0, first - session.clock.time())));
  useFrames(waits, () => {
    setText(label.current, text());
  });
  if (waits) return <span ref={label}>{text()}</span>;
  void session.trace.revision.value;
  const open = session.trace.exchanges.open;
  const serves = (session.snapshot.value?.servers?.length ?? 0) > 0;
  return open > 0 ? <span>{strings.value.waitingResponses(open)}</span> : serves ? <span>{strings.value.waitingRequests}</span> : null;
}

function View({ session }: PanelProps) {
  const s = strings.value;
  const snapshot = session.snapshot.value;
  const state = session.state.value;
  const lit = new Set<LoopPhase>(session.trace.lit.value);
  // Whatever else flashes by, this is where it is now.
  if (state === 'waiting') lit.add('waiting');
  else lit.delete('waiting');
  if (state === 'paused' && snapshot) lit.add(snapshot.phase);
  const live = session.live.value;
  const blocked = state === 'blocked';
  const words: Readonly<Record<string, readonly [string, string]>> = {
    timers: [s.phaseTimers, s.phaseTimersHint],
    ready: [s.phaseReady, s.phaseReadyHint],
    waiting: [s.phaseWait, s.phaseWaitHint],
  };
  // The main thread is what all the rest of the page shows.
  const threads = (snapshot?.threads ?? []).filter(({ name }) => name !== 'MainThread');
  const iteration = Math.max(session.trace.iteration, snapshot?.iteration ?? 0);
  return (
    <div class={`loop ${live ? 'is-live' : ''} ${blocked ? 'is-blocked' : ''}`}>
      <svg class="loop-ring" viewBox={`0 0 ${String(SIZE)} ${String(SIZE)}`} width={SIZE} height={SIZE} aria-hidden="true">
        {PHASES.map(({ phase, from }) => (
          <path key={phase} d={arc(from)} class={`ring-arc of-${phase} ${live && lit.has(phase) ? 'is-lit' : ''}`} />
        ))}
        <text x={SIZE / 2} y={SIZE / 2 + 1} class="ring-count">{iteration < 100_000 ? iteration : `${String(Math.floor(iteration / 1000))}k`}</text>
        <text x={SIZE / 2} y={SIZE / 2 + 15} class="ring-unit">{s.iteration}</text>
      </svg>
      <ol class="phases" aria-label={s.loopLabel}>
        {PHASES.map(({ phase }, index) => (
          <li key={phase} class={`phase of-${phase} ${live && lit.has(phase) ? 'is-lit' : ''}`} aria-current={live && snapshot?.phase === phase ? 'step' : undefined}>
            <span class="phase-number" aria-hidden="true">{index + 1}</span>
            <span class="phase-name">{words[phase]?.[0]}</span>
            <span class="phase-hint">{phase === 'waiting' && state === 'waiting' ? <WhatWakes session={session} /> : words[phase]?.[1]}</span>
          </li>
        ))}
        {threads.length > 0 ? (
          <li class="threads">
            <span class="phase-name">{s.threadsLabel}</span>
            {threads.map(({ id, name, state: threadState, line }) => (
              <span key={id} class={`thread is-${threadState}`}>{name} · {s.threadState[threadState]}{line ? ` · ${s.lineNumber(line)}` : ''}</span>
            ))}
          </li>
        ) : null}
        {blocked ? <li class="phase is-lit of-blocked"><span class="phase-number" aria-hidden="true">!</span><span class="phase-name">{s.phaseBlocked}</span></li> : null}
      </ol>
    </div>
  );
}

export const loopPanel: Panel = { id: 'loop', title: (s) => s.loopTitle, View };
