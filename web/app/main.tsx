// SPDX-License-Identifier: MIT
import { effect } from '@preact/signals';
import { render } from 'preact';
import '../styles/tokens.css';
import '../styles/tokens_runs.css';
import '../styles/base.css';
import '../styles/layout.css';
import '../styles/controls.css';
import '../styles/code_colours.css';
import '../styles/editor.css';
import '../styles/inspector.css';
import '../styles/network.css';
import '../styles/dialogs.css';
import { EditorHost } from '../editor/editor_host';
import { marksOf } from '../editor/marks';
import { language, strings } from '../i18n';
import { announceState } from '../inspector/announce_state';
import { after, nextFrame } from '../launch/schedule';
import { createWorker } from '../launch/worker_factory';
import { Session } from '../session/session';
import { announce } from '../ui/notices';
import { App, openDialog, pane } from './app';
import { EDITOR_HELP_ID } from './editor_pane';
import { keepForOffline } from './offline';
import { installPrintView } from './print_view';
import { Program } from './program';
import { ServicesContext, type Actions } from './services';
import { clockSetting, loadSettings, NARROW, pageView, pointedPanel, seed, setClock } from './settings';
import { installShortcuts } from './shortcuts';

loadSettings(new URLSearchParams(location.search));
const session = new Session({ createWorker, nextFrame, after });

const editor = new EditorHost({
  onChange: (text) => {
    program.edit(text);
    session.forgetDiagnostics();
  },
  onSelectTask: (task) => { actions.select(task); },
  onLeaving: () => { announce(strings.value.editorLeaving); },
}, EDITOR_HELP_ID);

const program = new Program(
  (code) => {
    session.forgetDiagnostics();
    editor.setValue(code);
  },
  ({ clock, speed, seed: wantedSeed, view, panel }) => {
    setClock(clock ?? 'real', speed ?? 1);
    seed.value = wantedSeed ?? null;
    pageView.value = view ?? 'split';
    pointedPanel.value = panel ?? null;
    pane.value = view ?? (panel === undefined ? 'code' : panel === 'console' ? 'console' : 'loop');
  },
);

/** The panels speak of the lines of the program that ran; they mean nothing in another one. */
const showsRanSource = (): boolean => program.code.value === session.ranSource.value;

function start(startPaused: boolean): void {
  session.start(program.code.value, { clock: clockSetting(), seed: seed.value, startPaused });
  pointedPanel.value = null;
  if (matchMedia(NARROW).matches && pane.value === 'code') pane.value = 'loop';
}

const actions: Actions = {
  run: () => { start(false); },
  stop: () => { session.stop(); },
  togglePause: () => {
    if (session.state.value === 'paused') session.resume();
    else session.pause();
  },
  step: () => {
    if (session.live.value) session.step();
    else if (!session.busy.value) start(true);
  },
  select: (task, line) => {
    session.selectedTask.value = task;
    const at = line ?? session.snapshot.value?.tasks.rows.find(({ id }) => id === task)?.line;
    if (task !== null && at !== undefined && at > 0 && showsRanSource()) editor.reveal(at);
  },
  open: (dialog) => { openDialog.value = dialog; },
};

let liveClock = clockSetting();
effect(() => {
  const clock = clockSetting();
  if (clock.kind !== liveClock.kind || clock.speed !== liveClock.speed) session.setClock(clock);
  liveClock = clock;
});
effect(() => { editor.setDiagnostics(session.diagnostics.value); });
effect(() => {
  const first = session.diagnostics.value[0];
  if (first) editor.reveal(first.line);
});
effect(() => {
  const ended = session.state.value === 'finished' && session.outcome.value?.cause === 'exit';
  const shown = !ended && session.state.value !== 'idle' && showsRanSource();
  editor.setMarks(shown ? marksOf(session.snapshot.value, session.selectedTask.value, session.colours) : []);
});
effect(() => {
  void language.value;
  document.title = `${strings.value.appTitle}: ${strings.value.tagline}`;
});
announceState(session);
installShortcuts(actions, session);
installPrintView(program, session);
addEventListener('hashchange', () => { void program.open(location.hash); });

const root = document.getElementById('app');
if (root) {
  await program.open(location.hash);
  root.textContent = '';
  render(
    <ServicesContext.Provider value={{ session, program, editor, actions }}>
      <App />
    </ServicesContext.Provider>,
    root,
  );
  keepForOffline();
  // The first run should not wait for the runtime: fetch it once the page is there.
  requestAnimationFrame(() => { setTimeout(() => { session.warmUp(); }, 0); });
}
