// SPDX-License-Identifier: MIT
// The live core of an embed: the full page's session, stores, editor and panels in a smaller frame.
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { loadCodeMirrorEditor } from 'virtual:loopscope-parts';
import '../styles/tokens_runs.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/layout.css';
import '../styles/editor.css';
import '../styles/inspector.css';
import '../styles/network.css';
import '../styles/embed_live.css';
import { EditorHost } from '../editor/editor_host';
import { marksOf } from '../editor/marks';
import { isLanguage, language, strings } from '../i18n';
import { announceState } from '../inspector/announce_state';
import { after, nextFrame } from '../launch/schedule';
import { createWorker } from '../launch/worker_factory';
import type { ClockSetting } from '../protocol/messages';
import { Session } from '../session/session';
import { announce } from '../ui/notices';
import { theme } from '../ui/theme';
import type { HostLink } from './host_link';
import { LiveView, type LiveModel } from './live_view';
import type { EmbedOptions } from './options';
import { linesToOrder, shuffled } from './prediction';
import { printAsText } from './paper';
import { reportRuns } from './report';
import { watchThrottling } from './throttling';

export interface LiveEmbed {
  run(): void;
  stop(): void;
  setCode(code: string): void;
  getCode(): string;
  setTheme(theme: EmbedOptions['theme']): void;
  focus(on: 'run' | 'editor'): void;
}

export interface LiveGiven {
  readonly code: string;
  /** What its author's run printed, '' for none. */
  readonly output: string;
  readonly options: EmbedOptions;
  readonly language: string;
  /** Folder of the site. */
  readonly base: string;
  readonly link: HostLink;
  /** It will be run at once: the worker starts while the page is drawn. */
  readonly forRun: boolean;
}

const HELP_ID = 'editor-help';

/** Takes the place of the static view. Fetches nothing but what it is; the worker starts with the first run. */
export function startLive(root: HTMLElement, { code: first, output, options, language: tag, base, link, forRun }: LiveGiven): LiveEmbed {
  if (isLanguage(tag)) language.value = tag;
  theme.value = options.theme;
  const session = new Session({ createWorker, nextFrame, after });
  if (forRun) session.warmUp();
  const code = signal('');
  const original = signal('');
  const instant = signal(options.clock === 'virtual');
  const slowed = signal(false);
  const prediction = signal<readonly string[]>(options.predict ? shuffled(linesToOrder(output)) : []);
  const predicting = signal(prediction.value.length > 1);
  const regions = true;

  const editor = new EditorHost({
    onChange: (text) => {
      code.value = text;
      session.forgetDiagnostics();
      link.post({ type: 'edited' });
    },
    onSelectTask: (task) => { session.selectedTask.value = task; },
    onLeaving: () => { announce(strings.value.editorLeaving); },
  }, HELP_ID, { readOnly: options.readOnly, regions });
  editor.use(async () => {
    const { CodeMirrorEditor } = await loadCodeMirrorEditor();
    return (host, text, events, words) => new CodeMirrorEditor(host, text, events, words, { readOnly: options.readOnly, regions });
  });

  const setCode = (given: string): void => {
    // An empty last line would only make the embed higher.
    const text = given.replace(/\n$/, '');
    code.value = text;
    original.value = text;
    session.forgetDiagnostics();
    editor.setValue(text);
  };
  const clock = (): ClockSetting => (instant.value ? { kind: 'virtual', speed: 1 } : { kind: 'real', speed: options.speed });
  const run = (): void => {
    slowed.value = false;
    predicting.value = false;
    session.start(code.value, { clock: clock(), seed: options.seed ?? null });
  };

  setCode(first);
  const showsRanSource = (): boolean => code.value === session.ranSource.value;
  effect(() => { editor.setDiagnostics(session.diagnostics.value); });
  effect(() => {
    const ended = session.state.value === 'finished' && session.outcome.value?.cause === 'exit';
    const shown = !ended && session.state.value !== 'idle' && showsRanSource();
    editor.setMarks(shown ? marksOf(session.snapshot.value, session.selectedTask.value, session.colours) : []);
  });
  effect(() => { session.setClock(clock()); });
  announceState(session);
  reportRuns(session, link);
  watchThrottling(session, slowed, () => !instant.value);

  const model: LiveModel = {
    session, editor, code, original, instant, slowed, options, base, output, prediction, predicting,
    run,
    reset: () => { setCode(original.value); },
    useInstant: () => {
      instant.value = true;
      slowed.value = false;
    },
  };
  root.replaceChildren();
  render(<LiveView model={model} helpId={HELP_ID} />, root);
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') run();
    else if (event.shiftKey && event.key === 'F5') session.stop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });

  printAsText(root, session, () => ({ code: code.value, output }), options, tag);

  return {
    run,
    stop: () => { session.stop(); },
    setCode,
    getCode: () => code.value,
    setTheme: (wanted) => { theme.value = wanted; },
    focus: (on) => {
      if (on === 'editor') editor.focus();
      else document.getElementById('run')?.focus({ preventScroll: true });
    },
  };
}
