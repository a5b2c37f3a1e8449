// SPDX-License-Identifier: MIT
import { highlight } from '../editor/highlight';
import type { Session } from '../session/session';
import type { Program } from './program';

/**
 * Puts the whole program and all its output on paper: the editor and the console draw only what is in view. Made as
 * printing begins, since the browser lays the paper out at once.
 */
export function installPrintView(program: Program, session: Session): void {
  const papers: HTMLElement[] = [];
  const put = (place: string, content: HTMLElement): void => {
    content.classList.add('paper');
    document.querySelector(place)?.append(content);
    papers.push(content);
  };
  addEventListener('beforeprint', () => {
    put('.editor-pane', numbered(program.code.value));
    const output = document.createElement('pre');
    output.textContent = session.console.text();
    put('.panel-console', output);
  });
  addEventListener('afterprint', () => { for (const paper of papers.splice(0)) paper.remove(); });
}

function numbered(code: string): HTMLElement {
  const pre = document.createElement('pre');
  const lines = highlight(code.replace(/\n$/, ''));
  const width = String(lines.length).length;
  lines.forEach((tokens, index) => {
    pre.append(`${String(index + 1).padStart(width)}  `);
    for (const { kind, text } of tokens) {
      const span = document.createElement('span');
      if (kind !== 'plain') span.className = `code-${kind}`;
      span.textContent = text;
      pre.append(span);
    }
    pre.append('\n');
  });
  return pre;
}
