// SPDX-License-Identifier: MIT
// All of Monaco's configuration. Loaded late: importing this file is what fetches Monaco.
import * as monaco from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import { conf } from 'monaco-editor/languages/definitions/python/python.js';
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
import { highlightLine } from './highlight';

// The official snippet is wrong for 0.57; the package's own worker entry through Vite's ?worker is right.
globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };

export const THEME = 'loopscope';
export const LANGUAGE = 'python';

/** What a line begins in: the quotes of a string that is still open. */
class LineState implements monaco.languages.IState {
  constructor(readonly open: string | undefined) {}

  clone(): LineState {
    return this;
  }

  equals(other: monaco.languages.IState): boolean {
    return other instanceof LineState && other.open === this.open;
  }
}

// The light editor's own tokenizer, so that no colour changes when Monaco takes over.
monaco.languages.register({ id: LANGUAGE });
monaco.languages.setLanguageConfiguration(LANGUAGE, conf);
monaco.languages.setTokensProvider(LANGUAGE, {
  getInitialState: () => new LineState(undefined),
  tokenize: (line, state) => {
    const { tokens, open } = highlightLine(line, (state as LineState).open);
    let startIndex = 0;
    return {
      tokens: tokens.map(({ kind, text }) => {
        const token = { startIndex, scopes: kind === 'plain' ? '' : kind };
        startIndex += text.length;
        return token;
      }),
      endState: new LineState(open),
    };
  },
});

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
      token('number', '--code-number'),
      token('comment', '--code-comment', 'italic'),
      token('function', '--code-function'),
      token('builtin', '--code-builtin'),
      token('decorator', '--code-decorator'),
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
      'menu.background': resolveHex('--surface-raised'),
      'menu.foreground': resolveHex('--ink'),
      'menu.border': resolveHex('--line-strong'),
      'menu.selectionBackground': resolveHex('--selected'),
      'menu.selectionForeground': resolveHex('--ink'),
      'menu.separatorBackground': resolveHex('--line'),
      'input.background': resolveHex('--surface-sunk'),
      'input.foreground': resolveHex('--ink'),
      'input.border': resolveHex('--line-strong'),
      'editor.findMatchBackground': resolveHex('--code-selection'),
      'editor.findMatchHighlightBackground': `${resolveHex('--waiting-mark')}44`,
      'editor.rangeHighlightBackground': `${resolveHex('--code-line')}`,
      'editorHoverWidget.background': resolveHex('--surface-raised'),
      'editorHoverWidget.border': resolveHex('--line-strong'),
      'editorError.foreground': resolveHex('--blocked'),
      'editorOverviewRuler.border': resolveHex('--line'),
      'scrollbarSlider.background': `${resolveHex('--line-strong')}66`,
      'scrollbarSlider.hoverBackground': `${resolveHex('--line-strong')}aa`,
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${String(depth)}`, resolveHex('--ink-soft')])),
      focusBorder: resolveHex('--focus'),
    },
  });
  monaco.editor.setTheme(THEME);
}

export { monaco };
