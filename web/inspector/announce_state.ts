// SPDX-License-Identifier: MIT
import { effect } from '@preact/signals';
import { strings } from '../i18n';
import type { Session } from '../session/session';
import { announce, announceEvent } from '../ui/notices';

/** A program may wait and run a hundred times a second: only a state that lasts is worth saying. */
const SETTLE_MS = 400;

/** Says the state of the run to screen readers. */
export function announceState(session: Session): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const state = session.state.value;
    const outcome = session.outcome.value;
    const words = strings.peek().announce;
    clearTimeout(timer);
    const text = state === 'finished'
      ? outcome?.cause === 'rejected' ? words.rejected
        : outcome?.cause === 'stopped' || outcome?.cause === 'killed' ? words.stopped
          : outcome?.exitCode === 0 ? words.finished : words.failed
      : outcome?.cause === 'unreachable' ? strings.peek().unreachableMessage
      : state === 'idle' || state === 'stopping' ? '' : words[state];
    const last = state === 'finished' || state === 'crashed';
    if (text !== '') timer = setTimeout(() => { (last ? announce : announceEvent)(text); }, last ? 0 : SETTLE_MS);
  });
}
