// SPDX-License-Identifier: MIT
// All of Monaco's configuration. Loaded late: importing this file is what fetches Monaco.
import * as monaco from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import 'monaco-editor/languages/definitions/python/register.js';
import 'monaco-editor/features/bracketMatching/register.js';
import 'monaco-editor/features/caretOperations/register.js';
import 'monaco-editor/features/clipboard/register.js';
import 'monaco-editor/features/comment/register.js';
import 'monaco-editor/features/contextmenu/register.js';
import 'monaco-editor/features/cursorUndo/register.js';
import 'monaco-editor/features/find/register.js';
import 'monaco-editor/features/folding/register.js';
import 'monaco-editor/features/hover/register.js';
import 'monaco-editor/features/indentation/register.js';
import 'monaco-editor/features/linesOperations/register.js';
import 'monaco-editor/features/multicursor/register.js';
import 'monaco-editor/features/smartSelect/register.js';
import 'monaco-editor/features/wordHighlighter/register.js';
import 'monaco-editor/features/wordOperations/register.js';
import { resolveHex } from '../ui/theme';

// The official snippet is wrong for 0.57; the package's own worker entry through Vite's ?worker is right.
globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };

export const THEME = 'loopscope';

/** Gives Monaco the colours of tokens.css as they are right now. */
export function defineTheme(dark: boolean): void {
  const token = (name: string, property: string, fontStyle = ''): monaco.editor.ITokenThemeRule =>
    ({ token: name, foreground: resolveHex(property).slice(1), fontStyle });
  monaco.editor.defineTheme(THEME, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: resolveHex('--ink').slice(1) },
      token('keyword', '--code-keyword'),
      token('string', '--code-string'),
      token('string.escape', '--code-number'),
      token('number', '--code-number'),
      token('comment', '--code-comment', 'italic'),
      token('tag', '--code-decorator'),
      token('delimiter', '--ink-soft'),
    ],
    colors: {
      'editor.background': resolveHex('--surface'),
      'editor.foreground': resolveHex('--ink'),
      'editorLineNumber.foreground': resolveHex('--ink-faint'),
      'editorLineNumber.activeForeground': resolveHex('--ink'),
      'editor.lineHighlightBackground': resolveHex('--code-line'),
      'editor.lineHighlightBorder': resolveHex('--code-line'),
      'editor.selectionBackground': resolveHex('--code-selection'),
      'editorCursor.foreground': resolveHex('--accent'),
      'editorIndentGuide.background1': resolveHex('--line'),
      'editorIndentGuide.activeBackground1': resolveHex('--line-strong'),
      'editorWidget.background': resolveHex('--surface-raised'),
      'editorWidget.border': resolveHex('--line'),
      'editorHoverWidget.background': resolveHex('--surface-raised'),
      'editorHoverWidget.border': resolveHex('--line-strong'),
      'editorError.foreground': resolveHex('--blocked'),
      'editorOverviewRuler.border': resolveHex('--line'),
      'scrollbarSlider.background': `${resolveHex('--line-strong')}66`,
      'scrollbarSlider.hoverBackground': `${resolveHex('--line-strong')}aa`,
      focusBorder: resolveHex('--focus'),
    },
  });
  monaco.editor.setTheme(THEME);
}

export { monaco };
