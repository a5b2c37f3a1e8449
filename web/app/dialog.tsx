// SPDX-License-Identifier: MIT
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../i18n';
import { CloseIcon } from '../ui/icons';

/** A modal over the page: the browser's own, so focus is kept inside and Esc closes. */
export function Dialog({ title, name, onClose, children }: {
  readonly title: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => { element?.close(); };
  }, []);
  return (
    <dialog ref={dialog} class={`dialog dialog-${name}`} aria-labelledby={`dialog-${name}`}
      onClose={(event) => {
        // The event comes late: of a dialog that is gone it would close the next one.
        if (event.currentTarget.isConnected) onClose();
      }}
      onClick={(event) => {
        // Only a click beside the box lands on the dialog itself.
        if (event.target === event.currentTarget) onClose();
      }}>
      <div class="dialog-box">
        <header class="dialog-bar">
          <h2 id={`dialog-${name}`}>{title}</h2>
          <button type="button" class="icon-button" title={strings.value.close} aria-label={strings.value.close} onClick={onClose}><CloseIcon /></button>
        </header>
        <div class="dialog-body">{children}</div>
      </div>
    </dialog>
  );
}
