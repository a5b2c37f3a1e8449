// SPDX-License-Identifier: MIT
import { chainPanel } from './chain_panel';
import { consolePanel } from './console_panel';
import { loopPanel } from './loop_panel';
import type { Panel } from './panel';
import { readyPanel } from './ready_panel';
import { tasksPanel } from './tasks_panel';
import { timelinePanel } from './timeline_panel';
import { timersPanel } from './timers_panel';

/** The panels of the event-loop pane, in reading order. */
export const inspectorPanels: readonly Panel[] = [loopPanel, readyPanel, timersPanel, tasksPanel, chainPanel, timelinePanel];
export { consolePanel };
