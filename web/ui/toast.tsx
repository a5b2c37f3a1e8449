// SPDX-License-Identifier: MIT
import { useLayoutEffect, useRef } from 'preact/hooks';
import { toast } from './notices';

/** The short message of the moment. In the browser's top layer, where it is there: what it answers may be a dialog. */
export function Toast() {
  const element = useRef<HTMLDivElement>(null);
  const text = toast.value;
  useLayoutEffect(() => {
    if (text !== null && 'showPopover' in HTMLElement.prototype) element.current?.showPopover();
  }, [text]);
  // Screen readers are told by the live region. A new message is a new element, above what has been opened meanwhile.
  return text === null ? null : <div key={text} ref={element} class="toast" popover="manual" aria-hidden="true">{text}</div>;
}
