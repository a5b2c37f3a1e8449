// SPDX-License-Identifier: MIT
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { pythonLanguage } from '@codemirror/lang-python';
import { Annotation, EditorState, RangeSet, StateEffect, StateField, type Extension, type Range } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, GutterMarker, gutterLineClass, keymap, lineNumbers, WidgetType, type DecorationSet } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';
import { isWarning } from '../protocol/diagnostics';
import type { Diagnostic } from '../protocol/messages';
import { diagnosticText, markLabel, marksByLine, MAX_LABELS, type EditorEvents, type EditorWords, type FullEditor, type TaskMark } from './port';
import { NO_REGIONS, parseRegions, type LineRange } from './regions';

export interface CodeMirrorOptions {
  readonly readOnly: boolean;
  /** Whether a teacher's markers hide and lock lines. */
  readonly regions: boolean;
}

interface Drawn {
  readonly marks: readonly TaskMark[];
  readonly diagnostics: readonly Diagnostic[];
}

const setDrawn = StateEffect.define<Drawn>();
/** A change that comes from the page, not from the reader: it may touch locked lines. */
const fromPage = Annotation.define<boolean>();

/** The page's own classes, so that colours come from its one table. */
const colours = tagHighlighter([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword, tags.moduleKeyword, tags.definitionKeyword, tags.bool, tags.null], class: 'code-keyword' },
  { tag: [tags.string, tags.special(tags.string)], class: 'code-string' },
  { tag: tags.number, class: 'code-number' },
  { tag: tags.comment, class: 'code-comment' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], class: 'code-function' },
  { tag: [tags.standard(tags.variableName), tags.self], class: 'code-builtin' },
  { tag: tags.meta, class: 'code-decorator' },
]);

class Label extends WidgetType {
  constructor(private readonly text: string, private readonly name: string, private readonly task: number | undefined) { super(); }

  override eq(other: Label): boolean {
    return this.text === other.text && this.name === other.name && this.task === other.task;
  }

  toDOM(): HTMLElement {
    const label = document.createElement('span');
    label.className = this.name;
    label.textContent = this.text;
    label.setAttribute('aria-hidden', 'true');
    if (this.task !== undefined) label.dataset['task'] = String(this.task);
    return label;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

class LineMarker extends GutterMarker {
  constructor(override readonly elementClass: string) { super(); }

  override eq(other: LineMarker): boolean {
    return this.elementClass === other.elementClass;
  }
}

/** CodeMirror 6: the editor of embeds and of phones, where Monaco is too heavy or does not work. */
export class CodeMirrorEditor implements FullEditor {
  private readonly view: EditorView;
  private readonly drawn: StateField<{ readonly lines: DecorationSet; readonly gutter: RangeSet<GutterMarker> }>;
  private marks: readonly TaskMark[] = [];
  private diagnostics: readonly Diagnostic[] = [];
  private quiet = false;
  private tabLeaves = false;

  constructor(host: HTMLElement, text: string, private readonly events: EditorEvents, private readonly words: EditorWords, private readonly options: CodeMirrorOptions) {
    this.drawn = StateField.define({
      create: () => ({ lines: Decoration.none, gutter: RangeSet.empty }),
      update: (value, transaction) => {
        for (const effect of transaction.effects) if (effect.is(setDrawn)) return this.draw(effect.value, transaction.state);
        return transaction.docChanged ? { lines: value.lines.map(transaction.changes), gutter: value.gutter.map(transaction.changes) } : value;
      },
      provide: (field) => [
        EditorView.decorations.from(field, ({ lines }) => lines),
        gutterLineClass.from(field, ({ gutter }) => gutter),
      ],
    });
    this.view = new EditorView({
      parent: host,
      root: host.getRootNode() as Document | ShadowRoot,
      state: EditorState.create({ doc: text, extensions: this.extensions() }),
    });
  }

  getValue(): string {
    return this.view.state.doc.toString();
  }

  setValue(text: string): void {
    if (this.getValue() === text) return;
    this.quiet = true;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, annotations: fromPage.of(true) });
    this.quiet = false;
  }

  setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.diagnostics = diagnostics;
    this.redraw();
  }

  setMarks(marks: readonly TaskMark[]): void {
    this.marks = marks;
    this.redraw();
  }

  reveal(line: number): void {
    const { doc } = this.view.state;
    if (line < 1 || line > doc.lines) return;
    // Scrolls the editor alone: `scrollIntoView` would scroll the page around an embed, too.
    const block = this.view.lineBlockAt(doc.line(line).from);
    const { scrollDOM } = this.view;
    if (block.top < scrollDOM.scrollTop || block.bottom > scrollDOM.scrollTop + scrollDOM.clientHeight) {
      scrollDOM.scrollTop = block.top - scrollDOM.clientHeight / 3;
    }
  }

  focus(): void {
    this.view.contentDOM.focus({ preventScroll: true });
  }

  hasFocus(): boolean {
    return this.view.hasFocus;
  }

  dispose(): void {
    this.view.destroy();
  }

  restore(offsets: { readonly start: number; readonly end: number }, scrollTop: number): void {
    const { length } = this.view.state.doc;
    this.view.dispatch({ selection: { anchor: Math.min(offsets.start, length), head: Math.min(offsets.end, length) } });
    this.view.scrollDOM.scrollTop = scrollTop;
  }

  private extensions(): Extension[] {
    const { readOnly, regions } = this.options;
    return [
      lineNumbers({ domEventHandlers: { click: (view, block) => this.onLineClick(view.state.doc.lineAt(block.from).number) } }),
      history(),
      drawSelection(),
      bracketMatching(),
      indentOnInput(),
      indentUnit.of('    '),
      EditorState.tabSize.of(4),
      EditorState.readOnly.of(readOnly),
      pythonLanguage,
      syntaxHighlighting(colours),
      this.drawn,
      keymap.of([
        { key: 'Tab', run: indent, shift: indentLess },
        ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
        ...historyKeymap,
      ]),
      EditorView.contentAttributes.of({ 'aria-label': `${this.words.editorLabel}. ${this.words.editorHelp}`, autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' }),
      EditorView.domEventHandlers({
        keydown: (event) => { this.onKeyDown(event); },
        blur: () => { this.setTabLeaves(false); },
        mousedown: (event) => this.onMouseDown(event),
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !this.quiet) this.events.onChange(update.state.doc.toString());
      }),
      regions ? regionExtensions() : [],
    ];
  }

  private redraw(): void {
    this.view.dispatch({ effects: setDrawn.of({ marks: this.marks, diagnostics: this.diagnostics }) });
  }

  private draw({ marks, diagnostics }: Drawn, state: EditorState): { lines: DecorationSet; gutter: RangeSet<GutterMarker> } {
    const lines: Range<Decoration>[] = [];
    const gutter: Range<GutterMarker>[] = [];
    for (const [number, here] of marksByLine(marks)) {
      const lead = here.find((mark) => mark.selected) ?? here[0];
      if (!lead || number > state.doc.lines) continue;
      const line = state.doc.line(number);
      const colour = `of-task-${String(lead.colour)}`;
      lines.push(Decoration.line({ class: `task-line ${colour}${lead.selected ? ' is-selected' : ''}` }).range(line.from));
      gutter.push(new LineMarker(`task-number ${colour}`).range(line.from));
      here.slice(0, MAX_LABELS).forEach((mark, index) => {
        lines.push(label(markLabel(mark, here.length), `task-label of-task-${String(mark.colour)}`, mark.task, index).range(line.to));
      });
      if (here.length > MAX_LABELS) lines.push(label(this.words.moreTasks(here.length - MAX_LABELS), 'task-label is-more', undefined, MAX_LABELS).range(line.to));
    }
    for (const diagnostic of diagnostics) {
      const { kind, line: number } = diagnostic;
      if (number > state.doc.lines) continue;
      const line = state.doc.line(number);
      const warning = isWarning(kind);
      lines.push(Decoration.line({ class: warning ? 'has-warning warning-line' : 'has-error error-line' }).range(line.from));
      gutter.push(new LineMarker(warning ? 'warning-number' : 'error-number').range(line.from));
      lines.push(label(diagnosticText(diagnostic, this.words), 'error-label', undefined, MAX_LABELS + 1).range(line.to));
    }
    return { lines: Decoration.set(lines, true), gutter: RangeSet.of(gutter, true) };
  }

  private onLineClick(line: number): boolean {
    const here = this.marks.filter((mark) => mark.line === line);
    const at = here.findIndex((mark) => mark.selected);
    const next = here[(at + 1) % here.length];
    if (next) this.events.onSelectTask(next.task, line);
    return next !== undefined;
  }

  private onMouseDown(event: MouseEvent): boolean {
    const label = event.target instanceof Element ? event.target.closest<HTMLElement>('.task-label[data-task]') : null;
    const mark = label && this.marks.find(({ task }) => String(task) === label.dataset['task']);
    if (!mark) return false;
    this.events.onSelectTask(mark.task, mark.line);
    return true;
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.setTabLeaves(true);
      this.events.onLeaving();
    } else if (event.key !== 'Tab' && event.key !== 'Shift') {
      this.setTabLeaves(false);
    }
  }

  private setTabLeaves(leaves: boolean): void {
    if (this.tabLeaves === leaves) return;
    this.tabLeaves = leaves;
    this.view.setTabFocusMode(leaves);
  }
}

/** Indents the selected lines, or moves the caret to the next stop. */
function indent(view: EditorView): boolean {
  const { state } = view;
  if (state.readOnly) return false;
  if (state.selection.ranges.some((range) => !range.empty)) return indentMore(view);
  const { head } = state.selection.main;
  const column = head - state.doc.lineAt(head).from;
  view.dispatch(state.update(state.replaceSelection(' '.repeat(4 - (column % 4))), { scrollIntoView: true, userEvent: 'input' }));
  return true;
}

function label(text: string, name: string, task: number | undefined, order: number): Decoration {
  return Decoration.widget({ widget: new Label(text, name, task), side: 1 + order });
}

/** Hidden lines are folded away, and they and locked lines refuse the reader's changes. */
function regionExtensions(): Extension {
  interface Marked { readonly hidden: DecorationSet; readonly locked: DecorationSet; readonly guarded: readonly number[] }
  const mark = (state: EditorState): Marked => {
    const found = parseRegions(state.doc.toString());
    if (found === NO_REGIONS) return { hidden: Decoration.none, locked: Decoration.none, guarded: [] };
    const ends = ({ from, to }: LineRange) => ({ from: state.doc.line(from).from, to: state.doc.line(Math.min(to, state.doc.lines)).to });
    const locked: Range<Decoration>[] = [];
    for (const range of found.locked) {
      for (let line = range.from; line <= range.to; line += 1) locked.push(Decoration.line({ class: 'is-locked' }).range(state.doc.line(line).from));
    }
    return {
      hidden: Decoration.set(found.hidden.map(ends).map(({ from, to }) => Decoration.replace({ block: true }).range(from, to)), true),
      locked: Decoration.set(locked, true),
      // With the line break before: otherwise Backspace would pull the first line up.
      guarded: [...found.hidden, ...found.locked].map(ends).sort((a, b) => a.from - b.from)
        .flatMap(({ from, to }) => [Math.max(0, from - 1), to]),
    };
  };
  const marked = StateField.define<Marked>({
    create: mark,
    update: (value, transaction) => (transaction.docChanged ? mark(transaction.state) : value),
    provide: (field) => [
      EditorView.decorations.from(field, ({ hidden }) => hidden),
      EditorView.decorations.from(field, ({ locked }) => locked),
      EditorView.atomicRanges.of((view) => view.state.field(field).hidden),
    ],
  });
  return [
    marked,
    EditorState.changeFilter.of((transaction) => {
      if (transaction.annotation(fromPage) === true) return true;
      const { guarded } = transaction.startState.field(marked);
      return guarded.length === 0 ? true : guarded;
    }),
  ];
}
