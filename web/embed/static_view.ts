// SPDX-License-Identifier: MIT
import { highlight } from '../editor/highlight';
import { inRanges, parseRegions } from '../editor/regions';
import type { EmbedStrings } from '../i18n/embed_en';
import type { EmbedOptions } from './options';

export interface StaticActions {
  /** The reader wants to run it, or only to change it. */
  readonly start: (what: 'run' | 'edit') => void;
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = name;
  if (text !== '') element.textContent = text;
  return element;
}

/** The coloured lines that a reader sees; numbers are those of the whole program. */
export function codeLines(code: string): HTMLElement {
  const { hidden, locked } = parseRegions(code);
  const list = make('code', 'embed-lines');
  const lines = highlight(code.replace(/\n$/, ''));
  // As wide as the editor's that will take its place.
  if (lines.length > 99) list.style.setProperty('--digits', String(String(lines.length).length));
  lines.forEach((tokens, index) => {
    const number = index + 1;
    if (inRanges(hidden, number)) return;
    const line = make('span', `embed-line${inRanges(locked, number) ? ' is-locked' : ''}`);
    line.dataset['number'] = String(number);
    for (const token of tokens) line.append(token.kind === 'plain' ? token.text : make('span', `code-${token.kind}`, token.text));
    // A line break, so that what is copied has its lines.
    line.append('\n');
    list.append(line);
  });
  return list;
}

/**
 * An embed before it comes alive: the program, coloured, and what it printed when its author ran it. Nothing is fetched
 * for it and nothing runs.
 */
export class StaticView {
  readonly element = make('div', 'embed-static');
  private readonly link = make('a', 'embed-link');
  private readonly note = make('p', 'embed-note');
  private readonly buttons: HTMLButtonElement[] = [];

  constructor(program: { readonly code: string; readonly output: string }, private readonly options: EmbedOptions, private readonly words: EmbedStrings, actions: StaticActions) {
    const bar = make('div', 'embed-bar');
    bar.append(this.button('embed-run', options.predict ? words.predict : words.run, () => { actions.start('run'); }));
    if (!options.readOnly) bar.append(this.button('embed-edit', words.edit, () => { actions.start('edit'); }));
    this.link.append(make('span', '', words.open));
    this.link.title = words.open;
    this.link.target = '_blank';
    this.link.rel = 'noopener';
    this.link.hidden = true;
    bar.append(this.link);
    this.note.hidden = true;
    this.note.setAttribute('role', 'alert');
    this.element.append(bar, this.note);
    const { view } = options;
    if (view === 'code' || view === 'split') {
      const code = make('pre', 'embed-code');
      code.tabIndex = 0;
      code.setAttribute('role', 'group');
      code.setAttribute('aria-label', words.program);
      code.append(codeLines(program.code));
      if (!options.readOnly) {
        code.addEventListener('click', () => {
          // Whoever selects text wants to copy, not to edit.
          if (String(document.getSelection() ?? '') === '') actions.start('edit');
        });
      }
      this.element.append(code);
    }
    // What is to be predicted is not given away.
    if (program.output !== '' && !options.predict && view !== 'loop') {
      const output = make('pre', 'embed-output', program.output);
      output.tabIndex = 0;
      output.setAttribute('role', 'group');
      output.setAttribute('aria-label', words.recorded);
      output.dataset['label'] = words.recorded;
      this.element.append(output);
    }
  }

  setLink(url: string): void {
    this.link.href = url;
    this.link.hidden = false;
  }

  say(text: string): void {
    this.note.textContent = text;
    this.note.hidden = text === '';
  }

  /** Loading: the buttons stay where they are, so that the focus does, too. */
  setBusy(busy: boolean): void {
    this.element.setAttribute('aria-busy', String(busy));
    for (const button of this.buttons) button.setAttribute('aria-disabled', String(busy));
    const [run] = this.buttons;
    if (run) run.textContent = busy ? this.words.loading : this.options.predict ? this.words.predict : this.words.run;
  }

  private button(name: string, text: string, act: () => void): HTMLButtonElement {
    const button = make('button', name, text);
    button.type = 'button';
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') !== 'true') act();
    });
    this.buttons.push(button);
    return button;
  }
}
