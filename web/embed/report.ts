// SPDX-License-Identifier: MIT
import { effect } from '@preact/signals';
import type { Session } from '../session/session';
import type { HostLink } from './host_link';

/** Tells the page around the frame what its runs do, as far as it asked. */
export function reportRuns(session: Session, link: HostLink): void {
  let told = 0;
  effect(() => {
    void session.console.revision.value;
    const { console } = session;
    const finished = console.dropped + console.finishedLength;
    if (finished < told) told = 0;
    if (link.wants('output')) {
      for (let at = Math.max(told, console.dropped); at < finished; at += 1) {
        const line = console.line(at - console.dropped);
        if (line) link.post({ type: 'output', stream: line.stream, text: `${line.text}\n`, time: line.time });
      }
    }
    told = finished;
  });
  session.onTrace = (records) => {
    if (link.wants('trace')) link.post({ type: 'trace', records: records.slice() });
  };
  let wasBusy = false;
  effect(() => {
    const busy = session.busy.value;
    const outcome = session.outcome.value;
    if (busy && !wasBusy) link.post({ type: 'running' });
    if (!busy && wasBusy && outcome) {
      // A last line without a line break is told when nothing can follow it any more.
      const { console } = session;
      if (link.wants('output')) {
        for (let at = console.finishedLength; at < console.length; at += 1) {
          const line = console.line(at);
          if (line) link.post({ type: 'output', stream: line.stream, text: line.text, time: line.time });
        }
      }
      link.post({ type: 'result', cause: outcome.cause, exitCode: outcome.exitCode, time: session.clock.time() });
    }
    wasBusy = busy;
  });
}
