// SPDX-License-Identifier: MIT
import { signal } from '@preact/signals';
import { strings } from '../i18n';
import { consolePanel, upperPanels } from '../inspector/panels';
import { useMedia } from '../ui/hooks';
import { CodeIcon, ConsoleIcon, LoopMark } from '../ui/icons';
import { announcement } from '../ui/notices';
import { Toast } from '../ui/toast';
import { EditorPane } from './editor_pane';
import { ExamplesDialog } from './examples_dialog';
import { HelpDialog } from './help_dialog';
import { LowerPanels } from './lower_panels';
import { PaletteDialog } from './palette_dialog';
import { PanelFrame } from './panel_frame';
import type { DialogName } from './services';
import { consolePart, inspectorPart, NARROW, pageView } from './settings';
import { ShareDialog } from './share_dialog';
import { Splitter } from './splitter';
import { Toolbar } from './toolbar';

export const openDialog = signal<DialogName | null>(null);
export type PaneName = 'code' | 'loop' | 'console';
/** On a narrow screen one pane is shown at a time. */
export const pane = signal<PaneName>('code');

const PANES: readonly PaneName[] = ['code', 'loop', 'console'];

function Tabs() {
  const s = strings.value;
  const words: Readonly<Record<PaneName, string>> = { code: s.paneCode, loop: s.paneLoop, console: s.paneConsole };
  const icons: Readonly<Record<PaneName, () => preact.VNode>> = { code: CodeIcon, loop: LoopMark, console: ConsoleIcon };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (move === 0) return;
    const next = PANES[(PANES.indexOf(pane.value) + move + PANES.length) % PANES.length];
    if (next === undefined) return;
    pane.value = next;
    document.getElementById(`tab-${next}`)?.focus();
    event.preventDefault();
  };
  return (
    <nav aria-label={s.panes}>
      <div class="tabs" role="tablist" aria-label={s.panes} onKeyDown={onKeyDown}>
        {PANES.map((name) => {
          const Icon = icons[name];
          const on = pane.value === name;
          return (
            <button key={name} type="button" role="tab" id={`tab-${name}`} aria-selected={on} aria-controls={`pane-${name}`} tabIndex={on ? 0 : -1}
              onClick={() => { pane.value = name; }}>
              <Icon /><span>{words[name]}</span>
            </button>
          );
        })}
      </div>
    </nav>
  );
}

function Dialogs() {
  const close = (): void => { openDialog.value = null; };
  switch (openDialog.value) {
    case 'examples': return <ExamplesDialog onClose={close} />;
    case 'share': return <ShareDialog onClose={close} />;
    case 'palette': return <PaletteDialog onClose={close} />;
    case 'help': return <HelpDialog onClose={close} />;
    case null: return null;
  }
}

/** The whole page: panes side by side, or tabs where there is no room. */
export function App() {
  const s = strings.value;
  const narrow = useMedia(NARROW);
  const tabRole = (name: PaneName) => (narrow
    ? { role: 'tabpanel' as const, id: `pane-${name}`, 'aria-labelledby': `tab-${name}`, hidden: pane.value !== name }
    : { id: `pane-${name}` });
  const inspector = upperPanels.map((panel) => <PanelFrame key={panel.id} panel={panel} />);
  return (
    <div class={`page ${narrow ? 'is-narrow' : ''}`}>
      <a class="skip-link" href="#editor" onClick={(event) => {
        // The fragment belongs to permalinks: move the focus, not the address.
        event.preventDefault();
        document.querySelector<HTMLElement>('#editor textarea, #editor .cm-content')?.focus();
      }}>{s.skipToEditor}</a>
      <Toolbar />
      <main class={`panes ${narrow ? '' : `shows-${pageView.value}`}`} style={{ '--inspector': String(inspectorPart.value), '--console': String(consolePart.value) }}>
        <div class="left">
          <div class="pane-code" {...tabRole('code')}><EditorPane /></div>
          {narrow ? null : <Splitter part={consolePart} direction="rows" label={s.resizeConsole} initial={0.3} />}
          <div class="pane-console" {...tabRole('console')}><PanelFrame panel={consolePanel} /></div>
        </div>
        {narrow ? null : <Splitter part={inspectorPart} direction="columns" label={s.resizeInspector} initial={0.5} />}
        <div class="inspector" role="region" aria-label={s.paneLoop} {...tabRole('loop')}>{inspector}<LowerPanels /></div>
      </main>
      {narrow ? <Tabs /> : null}
      <Dialogs />
      <div class="visually-hidden" role="status" aria-live="polite" id="announcer">{announcement.value}</div>
      <Toast />
    </div>
  );
}
