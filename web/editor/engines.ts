// SPDX-License-Identifier: MIT
// The page's two full editors, each fetched when the visitor goes into the program for the first time.
import { language } from '../i18n';
import type { LoadEditor } from './port';

/** For a pointer and room to spare. */
export const loadMonaco: LoadEditor = async () => {
  // Monaco reads its own messages once, as it is loaded.
  if (language.value === 'ko') await import('monaco-editor/nls/lang/ko.js');
  const { MonacoEditor } = await import('./monaco_editor');
  return (host, text, events, words) => new MonacoEditor(host, text, events, words);
};

/** For touch, which Monaco does not support, and for narrow panes. */
export const loadCodeMirror: LoadEditor = async () => {
  const { CodeMirrorEditor } = await import('./codemirror_editor');
  return (host, text, events, words) => new CodeMirrorEditor(host, text, events, words, { readOnly: false, regions: false });
};
