// SPDX-License-Identifier: MIT
import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../i18n';
import type { Panel } from '../inspector/panel';
import { useServices } from './services';
import { pointedPanel } from './settings';

/** The title bar around a panel. */
export function PanelFrame({ panel }: { readonly panel: Panel }) {
  const { session, actions } = useServices();
  const count = panel.count?.(session);
  const headingId = `panel-${panel.id}`;
  const { View, Tools } = panel;
  const box = useRef<HTMLElement>(null);
  const pointed = pointedPanel.value === panel.id;
  useEffect(() => {
    if (pointed) box.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  return (
    <section ref={box} class={`panel panel-${panel.id}${pointed ? ' is-pointed' : ''}`} aria-labelledby={headingId} data-panel={panel.id}>
      <header class="panel-bar">
        <h2 id={headingId}>{panel.title(strings.value)}</h2>
        {count !== undefined && count > 0 ? <span class="count" data-count={count}>{count}</span> : null}
        <div class="panel-tools">{Tools ? <Tools session={session} select={actions.select} /> : null}</div>
      </header>
      <div class="panel-body"><View session={session} select={actions.select} /></div>
    </section>
  );
}
