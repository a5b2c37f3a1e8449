// SPDX-License-Identifier: MIT
import { chainPanel } from './chain_panel';
import { consolePanel } from './console_panel';
import { loopPanel } from './loop_panel';
import { networkPanel } from './network_panel';
import type { Panel } from './panel';
import { readyPanel } from './ready_panel';
import { requestsPanel } from './requests_panel';
import { tasksPanel } from './tasks_panel';
import { timelinePanel } from './timeline_panel';
import { timersPanel } from './timers_panel';

/** The panels of the event-loop pane, in reading order. */
export const upperPanels: readonly Panel[] = [loopPanel, readyPanel, timersPanel, tasksPanel, chainPanel];
/** Those that share the place below them. */
export const lowerPanels: readonly Panel[] = [timelinePanel, networkPanel, requestsPanel];
export const inspectorPanels: readonly Panel[] = [...upperPanels, ...lowerPanels];
export { consolePanel };
