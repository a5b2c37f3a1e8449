// SPDX-License-Identifier: MIT
import { signal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditorHost } from '../editor/editor_host';
import { parseRegions } from '../editor/regions';
import { language, strings } from '../i18n';
import type { Panel } from '../inspector/panel';
import { PanelTabs } from '../inspector/panel_tabs';
import { consolePanel, inspectorPanels } from '../inspector/panels';
import { Status } from '../inspector/status';
import type { Session } from '../session/session';
import { writeLink } from '../share/link';
import { ResetIcon, RunIcon, StopIcon } from '../ui/icons';
import { announcement } from '../ui/notices';
import { Toast } from '../ui/toast';
import type { EmbedOptions } from './options';
import { PredictPanel } from './predict_view';

export interface LiveModel {
  readonly session: Session;
  readonly editor: EditorHost;
  readonly code: Signal<string>;
  /** The program as its author wrote it. */
  readonly original: Signal<string>;
  /** The virtual clock: no waiting. */
  readonly instant: Signal<boolean>;
  /** The browser holds this frame's timers back. */
  readonly slowed: Signal<boolean>;
  readonly options: EmbedOptions;
  readonly base: string;
  readonly output: string;
  readonly run: () => void;
  readonly reset: () => void;
  readonly useInstant: () => void;
  /** The lines in the reader's order; empty if there is nothing to predict. */
  readonly prediction: Signal<readonly string[]>;
  /** The reader is still ordering them. */
  readonly predicting: Signal<boolean>;
}

const USUAL_PANELS = ['tasks', 'timers', 'ready', 'timeline'];
const CODE_ROWS = 30;
const CONSOLE_ROWS = 12;
const LEAST_CONSOLE_ROWS = 4;
const LINK_DELAY_MS = 300;

/** Where "Open in Loopscope" leads: to the program as the reader has it now. */
function useOpenLink({ code, options, base }: LiveModel): string {
  const [link, setLink] = useState(base);
  const text = code.value;
  useEffect(() => {
    const timer = setTimeout(() => {
      void writeLink({
        code: text,
        ...(options.clock === 'virtual' && { clock: 'virtual' as const }),
        ...(options.speed !== 1 && { speed: options.speed }),
        ...(options.seed !== undefined && { seed: options.seed }),
      }).then((fragment) => { setLink(fragment === undefined ? base : base + fragment); });
    }, link === base ? 0 : LINK_DELAY_MS);
    return () => { clearTimeout(timer); };
  }, [text]);
  return link;
}

function Bar({ model }: { readonly model: LiveModel }) {
  const { session, code, original, instant } = model;
  const s = strings.value;
  const busy = session.busy.value;
  const link = useOpenLink(model);
  return (
    <header class="embed-bar">
      <button type="button" class="button is-primary" id="run" onClick={model.run}><RunIcon /><span>{busy ? s.rerun : s.run}</span></button>
      <button type="button" class="icon-button" id="stop" onClick={() => { session.stop(); }} disabled={!busy} title={s.stop} aria-label={s.stop}><StopIcon /></button>
      {code.value === original.value ? null
        : <button type="button" class="icon-button" id="reset" onClick={model.reset} title={s.embedReset} aria-label={s.embedReset}><ResetIcon /></button>}
      <label class="embed-instant" title={s.instantHint}>
        <input type="checkbox" id="instant" checked={instant.value} onChange={(event) => { instant.value = event.currentTarget.checked; }} />
        <span>{s.instant}</span>
      </label>
      <Status session={session} />
      <a class="embed-link" id="open" href={link} target="_blank" rel="noopener" title={s.embed.open}><span>{s.embed.open}</span></a>
    </header>
  );
}

function Notice({ children }: { readonly children: ComponentChildren }) {
  return <div class="banner is-info" role="status">{children}</div>;
}

function Notices({ model }: { readonly model: LiveModel }) {
  const { session, slowed } = model;
  const s = strings.value;
  const outcome = session.outcome.value;
  return (
    <>
      {session.state.value === 'crashed'
        ? <div class="banner is-bad" role="alert"><p>{outcome?.cause === 'unreachable' ? s.unreachableMessage : s.crashedMessage}{outcome?.message ? <small>{outcome.message}</small> : null}</p></div> : null}
      {slowed.value ? (
        <Notice>
          <p>{s.embedSlowed}</p>
          <button type="button" class="button small" id="use-instant" onClick={model.useInstant}>{s.embedUseInstant}</button>
        </Notice>
      ) : null}
    </>
  );
}

function Editor({ model, helpId }: { readonly model: LiveModel; readonly helpId: string }) {
  const host = useRef<HTMLDivElement>(null);
  const s = strings.value;
  useEffect(() => {
    if (!host.current) return undefined;
    model.editor.mount(host.current, strings.value);
    return () => { model.editor.unmount(); };
  }, [model.editor, language.value]);
  const text = model.code.value;
  const hidden = parseRegions(text).hidden.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const rows = Math.min(CODE_ROWS, Math.max(1, text.split('\n').length - hidden));
  return (
    <section class="embed-editor" aria-label={s.paneCode}>
      <div class="editor-host" id="editor" ref={host} style={{ height: `calc(${String(rows)} * var(--code-row) + 16px)` }} />
      <p class="visually-hidden" id={helpId}>{s.editorHelp}</p>
    </section>
  );
}

/** The output of the last run, or before the first what the author's run printed. */
function Console({ model }: { readonly model: LiveModel }) {
  const { session, output } = model;
  const s = strings.value;
  void session.console.revision.value;
  const ran = session.state.value !== 'idle';
  const recorded = !ran && output !== '' && model.prediction.value.length < 2;
  const lines = Math.max(session.console.length + (session.outcome.value ? 2 : 0), output === '' ? 0 : output.split('\n').length + 2, LEAST_CONSOLE_ROWS);
  const { View, Tools } = consolePanel;
  const select = (task: number | null): void => { session.selectedTask.value = task; };
  return (
    <section class="panel panel-console" aria-labelledby="panel-console" data-panel="console">
      <header class="panel-bar">
        <h2 id="panel-console">{recorded ? s.embed.recorded : s.consoleTitle}</h2>
        <div class="panel-tools">{Tools && ran ? <Tools session={session} select={select} /> : null}</div>
      </header>
      <div class="panel-body" style={{ height: `calc(${String(Math.min(CONSOLE_ROWS, lines))} * var(--code-row) + 8px)` }}>
        {recorded ? <pre class="embed-recorded" tabIndex={0}>{output}</pre> : <View session={session} select={select} />}
      </div>
    </section>
  );
}

const shownPanel = signal('');

/** The panels, one at a time: an embed has no room for all. */
function Panels({ model }: { readonly model: LiveModel }) {
  const { session, options } = model;
  const s = strings.value;
  const usual = [...USUAL_PANELS, ...inspectorPanels.filter(({ shown }) => shown?.(session)).map(({ id }) => id)];
  const wanted = options.panels.length > 0 ? options.panels : usual;
  const panels = wanted.map((id) => inspectorPanels.find((panel) => panel.id === id)).filter((panel): panel is Panel => panel !== undefined);
  if (panels.length === 0) return null;
  const select = (task: number | null): void => { session.selectedTask.value = task; };
  return <PanelTabs panels={panels} current={shownPanel} label={s.paneLoop} class="embed-panels" session={session} select={select} />;
}

/** Everything inside a live embed. */
export function LiveView({ model, helpId }: { readonly model: LiveModel; readonly helpId: string }) {
  const { view } = model.options;
  // A changed program prints something else.
  const predicts = model.prediction.value.length > 1 && model.code.value === model.original.value;
  return (
    <div class={`embed shows-${view}`}>
      <Bar model={model} />
      <Notices model={model} />
      {view === 'code' || view === 'split' ? <Editor model={model} helpId={helpId} /> : null}
      {predicts ? <PredictPanel model={model} /> : null}
      {view === 'loop' || (predicts && model.predicting.value) ? null : <Console model={model} />}
      {view === 'code' || (predicts && model.predicting.value) ? null : <Panels model={model} />}
      <div class="visually-hidden" role="status" aria-live="polite" id="announcer">{announcement.value}</div>
      <Toast />
    </div>
  );
}
