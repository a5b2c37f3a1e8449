// SPDX-License-Identifier: MIT
import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../i18n';
import { PanelTabs } from '../inspector/panel_tabs';
import { lowerPanels } from '../inspector/panels';
import { PanelFrame } from './panel_frame';
import { useServices } from './services';
import { lowerPanel, pointedPanel } from './settings';

/** The timeline, and with it what only some programs have: their traffic, and requests to their server. */
export function LowerPanels() {
  const { session, actions } = useServices();
  const panels = lowerPanels.filter(({ shown }) => shown?.(session) ?? true);
  const pointed = pointedPanel.value !== null && lowerPanels.some(({ id }) => id === pointedPanel.value);
  const wanted = lowerPanels.find((panel) => panel.wanted?.(session))?.id;
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Once, when it begins: the visitor may look elsewhere.
    if (wanted !== undefined && before.current !== wanted) lowerPanel.value = wanted;
    before.current = wanted;
  }, [wanted]);
  useEffect(() => {
    if (pointed && pointedPanel.value !== null) lowerPanel.value = pointedPanel.value;
  }, [pointedPanel.value]);
  const [only] = panels;
  if (panels.length === 1 && only) return <PanelFrame panel={only} />;
  return <PanelTabs panels={panels} current={lowerPanel} label={strings.value.lowerPanels} class="panel-lower" pointed={pointed} session={session} select={actions.select} />;
}
