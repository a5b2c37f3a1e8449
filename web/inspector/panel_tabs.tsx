// SPDX-License-Identifier: MIT
import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../i18n';
import type { Panel, PanelProps } from './panel';

export interface PanelTabsProps extends PanelProps {
  /** What to choose among; one at least. */
  readonly panels: readonly Panel[];
  /** Id of the one in view; the first one if it names none of them. */
  readonly current: Signal<string>;
  /** Name of the choice, for those who hear it. */
  readonly label: string;
  readonly class: string;
  /** A link points at it: it is marked and brought into view. */
  readonly pointed?: boolean;
}

/** Panels that share one place, one at a time. */
export function PanelTabs({ panels, current, label, pointed = false, session, select, class: name }: PanelTabsProps) {
  const s = strings.value;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (pointed) box.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const shown = panels.find(({ id }) => id === current.value) ?? panels[0];
  if (!shown) return null;
  const { View, Tools } = shown;
  const onKeyDown = (event: KeyboardEvent): void => {
    const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = panels[(panels.indexOf(shown) + (rtl ? -move : move) + panels.length) % panels.length];
    if (move === 0 || !next) return;
    current.value = next.id;
    document.getElementById(`tab-${next.id}`)?.focus();
    event.preventDefault();
  };
  return (
    <section ref={box} class={`panel ${name}${pointed ? ' is-pointed' : ''}`} aria-label={label} data-panel={shown.id}>
      <div class="panel-bar">
        <div class="panel-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
          {panels.map(({ id, title, count }) => {
            const on = id === shown.id;
            const number = count?.(session);
            return (
              <button key={id} type="button" role="tab" id={`tab-${id}`} aria-selected={on} aria-controls="tabbed-panel" tabIndex={on ? 0 : -1}
                onClick={() => { current.value = id; }}>
                {title(s)}{number !== undefined && number > 0 ? <span class="count">{number}</span> : null}
              </button>
            );
          })}
        </div>
        <div class="panel-tools">{Tools ? <Tools session={session} select={select} /> : null}</div>
      </div>
      <div class="panel-body" id="tabbed-panel" role="tabpanel" aria-labelledby={`tab-${shown.id}`}><View session={session} select={select} /></div>
    </section>
  );
}
