// SPDX-License-Identifier: MIT
import type { Session } from '../session/session';
import type { EmbedOptions } from './options';
import { StaticView } from './static_view';
import { wordsOf } from './words';

/** All that a program has printed, '' for nothing. */
function printedOutput({ console }: Session): string {
  const lines: string[] = [];
  for (let at = 0; at < console.length; at += 1) lines.push(console.line(at)?.text ?? '');
  return lines.join('\n');
}

/** On paper a live frame is text: what is drawn on demand, as editor and console are, is not all there. */
export function printAsText(root: HTMLElement, session: Session, program: () => { readonly code: string; readonly output: string }, options: EmbedOptions, language: string): void {
  const words = wordsOf(language);
  let paper: HTMLElement | undefined;
  addEventListener('beforeprint', () => {
    const view = options.view === 'loop' || options.view === 'console' ? 'code' : options.view;
    const printed = printedOutput(session);
    const { code, output } = program();
    paper ??= new StaticView({ code, output: printed || output }, { ...options, view, predict: false }, printed === '' ? words : { ...words, recorded: words.output }, { start: () => undefined }).element;
    root.hidden = true;
    root.after(paper);
  });
  addEventListener('afterprint', () => {
    paper?.remove();
    paper = undefined;
    root.hidden = false;
  });
}
