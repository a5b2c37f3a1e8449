// SPDX-License-Identifier: MIT
import { isWarning } from '../protocol/diagnostics';
import type { Diagnostic } from '../protocol/messages';
import { highlight, type Token } from './highlight';
import { inRanges, NO_REGIONS, parseRegions, type Regions } from './regions';
import { diagnosticText, markLabel, marksByLine, MAX_LABELS, type EditorEvents, type EditorPort, type TaskMark } from './port';

const INDENT = '    ';

export interface LightEditorOptions {
  readonly readOnly?: boolean;
  /** Whether a teacher's markers hide and lock lines. Then only the full editor can change the program. */
  readonly regions?: boolean;
}

export interface LightEditorText {
  readonly label: string;
  readonly describedBy: string;
  readonly moreTasks: (count: number) => string;
  readonly blockingCall: (name: string, instead: string) => string;
}

/**
 * The editor that is there with the first paint, and that serves when no full one can be fetched:
 * a textarea whose text is transparent, over lines that carry colours, errors and task marks.
 */
export class LightEditor implements EditorPort {
  private readonly root = document.createElement('div');
  private readonly lines = document.createElement('div');
  private readonly area = document.createElement('textarea');
  /** The program; the textarea holds only what a reader sees of it. */
  private source = '';
  private regions: Regions = NO_REGIONS;
  private drawn: string[] = [];
  private diagnostics: readonly Diagnostic[] = [];
  private marks: readonly TaskMark[] = [];
  private tabLeaves = false;
  /** Settles when no syllable is being composed. */
  private composed: Promise<void> = Promise.resolve();

  constructor(host: HTMLElement, text: string, private readonly events: EditorEvents, private readonly words: LightEditorText,
    private readonly options: LightEditorOptions = {}) {
    this.root.className = 'light-editor';
    this.lines.className = 'light-lines';
    this.lines.setAttribute('aria-hidden', 'true');
    const { area } = this;
    area.className = 'light-input';
    area.spellcheck = false;
    area.autocapitalize = 'off';
    area.setAttribute('autocomplete', 'off');
    area.setAttribute('autocorrect', 'off');
    area.wrap = 'off';
    area.readOnly = options.readOnly === true;
    area.setAttribute('aria-label', words.label);
    area.setAttribute('aria-describedby', words.describedBy);
    area.addEventListener('input', () => { this.typed(); });
    area.addEventListener('keydown', (event) => { this.onKeyDown(event); });
    area.addEventListener('compositionstart', () => {
      this.composed = new Promise((resolve) => { area.addEventListener('compositionend', () => { setTimeout(resolve, 0); }, { once: true }); });
    });
    area.addEventListener('blur', () => { this.tabLeaves = false; });
    this.lines.addEventListener('click', (event) => { this.onLinesClick(event); });
    this.root.append(this.lines, area);
    host.append(this.root);
    this.setValue(text);
  }

  getValue(): string {
    return this.source;
  }

  setValue(text: string): void {
    this.source = text;
    this.regions = this.options.regions === true ? parseRegions(text) : NO_REGIONS;
    this.area.readOnly = this.options.readOnly === true || this.regions !== NO_REGIONS;
    const shown = this.regions === NO_REGIONS ? text
      : text.split('\n').filter((_, index) => !inRanges(this.regions.hidden, index + 1)).join('\n');
    if (this.area.value !== shown) {
      this.area.value = shown;
      this.area.setSelectionRange(0, 0);
    }
    this.draw();
  }

  setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.diagnostics = diagnostics;
    this.draw();
  }

  setMarks(marks: readonly TaskMark[]): void {
    this.marks = marks;
    this.draw();
  }

  reveal(line: number): void {
    const element = this.lines.querySelector<HTMLElement>(`[data-number="${String(line)}"]`);
    if (!element) return;
    const top = element.offsetTop;
    const { scrollTop, clientHeight } = this.root;
    if (top < scrollTop + 21 || top > scrollTop + clientHeight - 63) this.root.scrollTop = top - clientHeight / 3;
  }

  focus(): void {
    this.area.focus({ preventScroll: true });
  }

  hasFocus(): boolean {
    return (this.root.getRootNode() as Document | ShadowRoot).activeElement === this.area;
  }

  dispose(): void {
    this.root.remove();
  }

  /** An input method's half-made syllable must not be cut off: whoever takes over waits for this. */
  whenComposed(): Promise<void> {
    return this.composed;
  }

  /** The caret, so that Monaco can take over where the visitor is. */
  get caret(): { readonly start: number; readonly end: number } {
    return { start: this.toSource(this.area.selectionStart), end: this.toSource(this.area.selectionEnd) };
  }

  get scrollTop(): number {
    return this.root.scrollTop;
  }

  private typed(): void {
    this.source = this.area.value;
    this.draw();
    this.events.onChange(this.source);
  }

  /** An offset in what is shown, as one in the program. */
  private toSource(offset: number): number {
    if (this.regions === NO_REGIONS) return offset;
    let left = offset;
    let at = 0;
    for (const [index, line] of this.source.split('\n').entries()) {
      if (!inRanges(this.regions.hidden, index + 1)) {
        if (left <= line.length) return at + left;
        left -= line.length + 1;
      }
      at += line.length + 1;
    }
    return this.source.length;
  }

  /** Draws the lines that changed. */
  private draw(): void {
    const tokens = highlight(this.source);
    let row = 0;
    const marks = marksByLine(this.marks);
    const errors = new Map(this.diagnostics.map((diagnostic) => [diagnostic.line, diagnostic]));
    const width = String(tokens.length).length;
    this.root.style.setProperty('--digits', String(Math.max(2, width)));
    tokens.forEach((line, index) => {
      const number = index + 1;
      if (inRanges(this.regions.hidden, number)) return;
      const at = row;
      row += 1;
      const here = marks.get(number) ?? [];
      const error = errors.get(number);
      const key = JSON.stringify([number, line, here, error]);
      if (this.drawn[at] === key) return;
      this.drawn[at] = key;
      const element = this.line(number, line, here, error);
      const old = this.lines.children[at];
      if (old) old.replaceWith(element);
      else this.lines.append(element);
    });
    this.drawn.length = row;
    while (this.lines.children.length > row) this.lines.lastElementChild?.remove();
    this.area.rows = row;
    let longest = 0;
    for (const line of this.area.value.split('\n')) longest = Math.max(longest, columns(line));
    this.root.style.setProperty('--columns', String(longest + 2));
  }

  private line(number: number, tokens: readonly Token[], marks: readonly TaskMark[], error: Diagnostic | undefined): HTMLElement {
    const line = document.createElement('div');
    line.className = `light-line${inRanges(this.regions.locked, number) ? ' is-locked' : ''}`;
    line.dataset['number'] = String(number);
    const gutter = span('light-number', String(number));
    line.append(gutter);
    const selected = marks.find((mark) => mark.selected);
    const lead = selected ?? marks[0];
    if (lead) {
      line.classList.add('has-tasks');
      if (selected) line.classList.add('is-selected');
      line.style.setProperty('--task', `var(--task-${String(lead.colour)})`);
      line.dataset['task'] = String(lead.task);
      line.dataset['line'] = String(number);
    }
    const code = span('light-code', '');
    for (const token of tokens) {
      code.append(token.kind === 'plain' ? token.text : span(`code-${token.kind}`, token.text));
    }
    if (tokens.length === 0) code.append('\u200b');
    line.append(code);
    for (const mark of marks.slice(0, MAX_LABELS)) {
      const label = span('task-label', markLabel(mark, marks.length));
      label.style.setProperty('--task', `var(--task-${String(mark.colour)})`);
      line.append(label);
    }
    if (marks.length > MAX_LABELS) line.append(span('task-label is-more', this.words.moreTasks(marks.length - MAX_LABELS)));
    if (error) {
      line.classList.add(isWarning(error.kind) ? 'has-warning' : 'has-error');
      line.append(span('error-label', diagnosticText(error, this.words)));
    }
    return line;
  }

  private onLinesClick(event: MouseEvent): void {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('.light-line[data-task]') : null;
    if (line) this.events.onSelectTask(Number(line.dataset['task']), Number(line.dataset['line']));
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.tabLeaves = true;
      this.events.onLeaving();
      return;
    }
    if (this.area.readOnly) return;
    if (event.key === 'Tab' && !this.tabLeaves && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.indent(event.shiftKey);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.isComposing) {
      event.preventDefault();
      this.newLine();
    }
    if (event.key !== 'Tab' && event.key !== 'Shift') this.tabLeaves = false;
  }

  /** Keeps the indentation, one deeper after a colon. */
  private newLine(): void {
    const { value, selectionStart } = this.area;
    const before = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
    const indent = /^\s*/.exec(before)?.[0] ?? '';
    this.insert(`\n${indent}${/:\s*(#.*)?$/.test(before) ? INDENT : ''}`);
  }

  private indent(outwards: boolean): void {
    const { value, selectionStart, selectionEnd } = this.area;
    if (!outwards && selectionStart === selectionEnd) {
      const column = selectionStart - (value.lastIndexOf('\n', selectionStart - 1) + 1);
      this.insert(' '.repeat(INDENT.length - (column % INDENT.length)));
      return;
    }
    const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const block = value.slice(from, selectionEnd);
    const moved = outwards ? block.replace(/^ {1,4}/gm, '') : block.replace(/^(?=.)/gm, INDENT);
    this.area.setSelectionRange(from, selectionEnd);
    this.insert(moved);
    this.area.setSelectionRange(from, from + moved.length);
  }

  /** Through the browser's own editing, so that undo works; with a fallback where that is gone. */
  private insert(text: string): void {
    // Deprecated, but nothing else keeps the undo history.
    if (!document.execCommand('insertText', false, text)) {
      this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, 'end');
      this.typed();
    }
  }
}

function span(name: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}

/** Columns of a monospaced line: East Asian wide characters take two. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    width += code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)
      || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60) || code >= 0x1f300) ? 2 : 1;
  }
  return width;
}
