// SPDX-License-Identifier: MIT
import { useEffect, useRef } from 'preact/hooks';
import { loadCodeMirror, loadMonaco } from '../editor/engines';
import { language, strings } from '../i18n';
import { useMedia } from '../ui/hooks';
import { CloseIcon, InfoIcon, ResetIcon } from '../ui/icons';
import { Banner } from './banner';
import { useServices } from './services';
import { aboutOpen } from './settings';

export const EDITOR_HELP_ID = 'editor-help';
/** Monaco does not support touch devices, and a narrow pane has no room for it. */
const FULL_EDITOR = '(min-width: 861px) and (pointer: fine)';

function About() {
  const { program } = useServices();
  const s = strings.value;
  const { example } = program;
  if (!example) return null;
  const about = example.about[language.value];
  if (!aboutOpen.value || about === '') return null;
  return (
    <div class="about">
      <p>{about}</p>
      <button type="button" class="icon-button small" title={s.aboutHide} aria-label={s.aboutHide} onClick={() => { aboutOpen.value = false; }}><CloseIcon /></button>
    </div>
  );
}

export function EditorPane() {
  const { program, editor } = useServices();
  const s = strings.value;
  const host = useRef<HTMLDivElement>(null);
  const full = useMedia(FULL_EDITOR);
  const { example } = program;
  const title = example ? example.title[language.value] : s.untitled;

  useEffect(() => {
    if (!host.current) return undefined;
    editor.mount(host.current, strings.value);
    return () => { editor.unmount(); };
  }, [editor, language.value]);

  useEffect(() => { editor.use(full ? loadMonaco : loadCodeMirror); }, [editor, full]);

  return (
    <section class="editor-pane" aria-label={s.paneCode}>
      <header class="panel-bar editor-bar">
        <h2 class="program-title">{title}</h2>
        <span class="file-name">{s.fileName}{program.edited.value ? ` · ${s.edited}` : ''}</span>
        <div class="panel-tools">
          {example && program.edited.value
            ? <button type="button" class="icon-button small" title={s.resetExample} aria-label={s.resetExample} onClick={() => { program.restoreExample(); }}><ResetIcon /></button>
            : null}
          {example && !aboutOpen.value
            ? <button type="button" class="icon-button small" title={s.aboutShow} aria-label={s.aboutShow} onClick={() => { aboutOpen.value = true; }}><InfoIcon /></button>
            : null}
        </div>
      </header>
      <Banner />
      <About />
      {/* Monaco gives its colours to .monaco-component; its menus hang outside of .monaco-editor. */}
      <div class="editor-host monaco-component" ref={host} id="editor" />
      <p class="visually-hidden" id={EDITOR_HELP_ID}>{s.editorHelp}</p>
    </section>
  );
}
