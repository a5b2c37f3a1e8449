// SPDX-License-Identifier: MIT
import { strings } from '../i18n';
import type { Panel } from '../inspector/panel';
import { useServices } from './services';

/** The title bar around a panel. */
export function PanelFrame({ panel }: { readonly panel: Panel }) {
  const { session, actions } = useServices();
  const count = panel.count?.(session);
  const headingId = `panel-${panel.id}`;
  const { View, Tools } = panel;
  return (
    <section class={`panel panel-${panel.id}`} aria-labelledby={headingId} data-panel={panel.id}>
      <header class="panel-bar">
        <h2 id={headingId}>{panel.title(strings.value)}</h2>
        {count !== undefined && count > 0 ? <span class="count" data-count={count}>{count}</span> : null}
        <div class="panel-tools">{Tools ? <Tools session={session} select={actions.select} /> : null}</div>
      </header>
      <div class="panel-body"><View session={session} select={actions.select} /></div>
    </section>
  );
}
