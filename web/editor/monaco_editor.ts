// SPDX-License-Identifier: MIT
import { effect } from '@preact/signals';
import { isWarning } from '../protocol/diagnostics';
import type { Diagnostic } from '../protocol/messages';
import { isDark, theme } from '../ui/theme';
import { defineTheme, LANGUAGE, monaco, THEME } from './monaco';
import { diagnosticText, markLabel, marksByLine, MAX_LABELS, type EditorEvents, type EditorWords, type FullEditor, type TaskMark } from './port';

const MARKER_OWNER = 'loopscope';

/** The full editor. */
export class MonacoEditor implements FullEditor {
  private readonly editor: monaco.editor.IStandaloneCodeEditor;
  private readonly decorations: monaco.editor.IEditorDecorationsCollection;
  private readonly disposables: { dispose(): void }[] = [];
  private quiet = false;
  private tabLeaves = false;
  private marks: readonly TaskMark[] = [];
  private errors: readonly Diagnostic[] = [];

  constructor(host: HTMLElement, text: string, private readonly events: EditorEvents, private readonly words: EditorWords) {
    const style = getComputedStyle(document.documentElement);
    const stopTheme = effect(() => {
      void theme.value;
      defineTheme(isDark.value);
    });
    this.editor = monaco.editor.create(host, {
      value: text,
      language: LANGUAGE,
      theme: THEME,
      ariaLabel: `${words.editorLabel}. ${words.editorHelp}`,
      automaticLayout: true,
      fontFamily: style.getPropertyValue('--mono'),
      fontSize: 14,
      lineHeight: 21,
      minimap: { enabled: false },
      glyphMargin: true,
      lineDecorationsWidth: 6,
      lineNumbersMinChars: 3,
      folding: false,
      scrollBeyondLastLine: false,
      renderLineHighlight: 'line',
      tabSize: 4,
      insertSpaces: true,
      detectIndentation: false,
      padding: { top: 8, bottom: 8 },
      scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
      overviewRulerBorder: false,
      renderFinalNewline: 'on',
      overviewRulerLanes: 0,
      hideCursorInOverviewRuler: true,
      wordBasedSuggestions: 'off',
      quickSuggestions: false,
      unicodeHighlight: { ambiguousCharacters: false },
      stickyScroll: { enabled: false },
      fixedOverflowWidgets: true,
      smoothScrolling: false,
      bracketPairColorization: { enabled: false },
      occurrencesHighlight: 'off',
    });
    this.decorations = this.editor.createDecorationsCollection();
    this.disposables.push(
      { dispose: stopTheme },
      this.editor.onDidChangeModelContent(() => {
        if (!this.quiet) events.onChange(this.editor.getValue());
      }),
      this.editor.onMouseDown((event) => { this.onMouseDown(event); }),
      this.editor.onKeyDown((event) => { this.onKeyDown(event); }),
      this.editor.onDidBlurEditorText(() => { this.setTabLeaves(false); }),
    );
  }

  getValue(): string {
    return this.editor.getValue({ preserveBOM: false, lineEnding: '\n' });
  }

  setValue(text: string): void {
    if (this.editor.getValue() === text) return;
    this.quiet = true;
    this.editor.setValue(text);
    this.quiet = false;
  }

  setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    const model = this.editor.getModel();
    if (!model) return;
    monaco.editor.setModelMarkers(model, MARKER_OWNER, diagnostics.map((diagnostic) => ({
      severity: isWarning(diagnostic.kind) ? monaco.MarkerSeverity.Warning : monaco.MarkerSeverity.Error,
      message: diagnosticText(diagnostic, this.words),
      startLineNumber: diagnostic.line,
      startColumn: diagnostic.column,
      endLineNumber: diagnostic.endLine,
      endColumn: Math.max(diagnostic.endColumn, diagnostic.column + 1),
    })));
    this.errors = diagnostics;
    this.decorate();
  }

  setMarks(marks: readonly TaskMark[]): void {
    this.marks = marks;
    this.decorate();
  }

  reveal(line: number): void {
    this.editor.revealLineInCenterIfOutsideViewport(line, monaco.editor.ScrollType.Immediate);
  }

  focus(): void {
    this.editor.focus();
  }

  hasFocus(): boolean {
    return this.editor.hasTextFocus();
  }

  dispose(): void {
    for (const item of this.disposables) item.dispose();
    this.editor.getModel()?.dispose();
    this.editor.dispose();
  }

  restore(offsets: { readonly start: number; readonly end: number }, scrollTop: number): void {
    const model = this.editor.getModel();
    if (!model) return;
    const from = model.getPositionAt(offsets.start);
    const to = model.getPositionAt(offsets.end);
    this.editor.setSelection(monaco.Range.fromPositions(from, to));
    this.editor.setScrollTop(scrollTop);
  }

  private decorate(): void {
    const decorations: monaco.editor.IModelDeltaDecoration[] = [];
    const lineCount = this.editor.getModel()?.getLineCount() ?? 0;
    for (const [line, marks] of marksByLine(this.marks)) {
      if (line > lineCount) continue;
      const lead = marks.find((mark) => mark.selected) ?? marks[0];
      if (!lead) continue;
      const range = new monaco.Range(line, 1, line, 1);
      decorations.push({
        range,
        options: {
          isWholeLine: true,
          className: `task-line of-task-${String(lead.colour)}${lead.selected ? ' is-selected' : ''}`,
          glyphMarginClassName: `task-glyph of-task-${String(lead.colour)}${marks.length > 1 ? ` is-many n-${String(Math.min(marks.length, 10))}` : ''}`,
          glyphMarginHoverMessage: { value: this.words.markTasks(marks.map(({ name }) => name).join(', ')) },
        },
      });
      const end = this.editor.getModel()?.getLineMaxColumn(line) ?? 1;
      const labels = marks.slice(0, MAX_LABELS).map((mark) => ({ text: markLabel(mark, marks.length), name: `of-task-${String(mark.colour)}` }));
      if (marks.length > MAX_LABELS) labels.push({ text: this.words.moreTasks(marks.length - MAX_LABELS), name: 'is-more' });
      for (const { text, name } of labels) {
        decorations.push({
          range: new monaco.Range(line, end, line, end),
          options: {
            showIfCollapsed: true,
            after: {
              content: text,
              inlineClassName: `task-label ${name}`,
              inlineClassNameAffectsLetterSpacing: true,
              cursorStops: monaco.editor.InjectedTextCursorStops.None,
            },
          },
        });
      }
    }
    for (const error of this.errors) {
      if (error.line > lineCount) continue;
      decorations.push({
        range: new monaco.Range(error.line, 1, error.line, 1),
        options: isWarning(error.kind)
          ? { isWholeLine: true, className: 'warning-line', glyphMarginClassName: 'error-glyph is-warning' }
          : { isWholeLine: true, className: 'error-line', glyphMarginClassName: 'error-glyph' },
      });
    }
    this.decorations.set(decorations);
  }

  private onMouseDown(event: monaco.editor.IEditorMouseEvent): void {
    const types = monaco.editor.MouseTargetType;
    const line = event.target.position?.lineNumber;
    const onLabel = event.target.element?.classList.contains('task-label') === true;
    if (line === undefined || (event.target.type !== types.GUTTER_GLYPH_MARGIN && !onLabel)) return;
    const here = this.marks.filter((mark) => mark.line === line);
    // Clicking again goes through the tasks that share the line.
    const at = here.findIndex((mark) => mark.selected);
    const next = here[(at + 1) % here.length];
    if (next) this.events.onSelectTask(next.task, line);
  }

  private onKeyDown(event: monaco.IKeyboardEvent): void {
    if (event.keyCode === monaco.KeyCode.Escape) {
      this.setTabLeaves(true);
      this.events.onLeaving();
    } else if (event.keyCode !== monaco.KeyCode.Tab && event.keyCode !== monaco.KeyCode.Shift) {
      this.setTabLeaves(false);
    }
  }

  private setTabLeaves(leaves: boolean): void {
    if (this.tabLeaves === leaves) return;
    this.tabLeaves = leaves;
    this.editor.updateOptions({ tabFocusMode: leaves });
  }
}
