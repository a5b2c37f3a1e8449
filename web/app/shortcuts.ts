// SPDX-License-Identifier: MIT
import type { Session } from '../session/session';
import type { Actions } from './services';

/** The keyboard map; help_dialog.tsx shows the same. */
export function installShortcuts(actions: Actions, session: Session): void {
  const onKey = (event: KeyboardEvent): void => {
    if (document.querySelector('dialog[open]')) return;
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key === 'Enter') actions.run();
    else if (mod && !event.shiftKey && !event.altKey && event.code === 'KeyK') actions.open('palette');
    else if (event.shiftKey && event.key === 'F5') actions.stop();
    else if (event.key === 'F8') actions.togglePause();
    else if (event.key === 'F10') actions.step();
    else if (event.altKey && event.code === 'KeyH') actions.open('help');
    else if (event.key === 'Escape' && session.selectedTask.value !== null && !isEditing(event.target)) actions.select(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // In the capture phase: Monaco would take Ctrl+Enter for a new line.
  addEventListener('keydown', onKey, { capture: true });
}

function isEditing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('#editor, input, select') !== null;
}
