// SPDX-License-Identifier: MIT
import { useRef } from 'preact/hooks';
import { strings, type Strings } from '../i18n';
import type { Session } from '../session/session';
import { setText, useFrames } from '../ui/hooks';

/** The state in words: how it ended counts, too. */
function stateText(session: Session, s: Strings): string {
  const state = session.state.value;
  if (state === 'importing') return s.stateImporting(session.importing.value);
  if (state !== 'finished') return s.state[state];
  const outcome = session.outcome.value;
  if (outcome?.cause === 'rejected') return s.stateRejected;
  if (outcome?.cause === 'stopped' || outcome?.cause === 'killed') return s.stateStopped;
  return outcome?.exitCode === 0 ? s.state.finished : s.stateFailed;
}

function stateClass(session: Session): string {
  const state = session.state.value;
  if (state !== 'finished') return state;
  const outcome = session.outcome.value;
  return outcome?.cause === 'rejected' || (outcome?.cause === 'exit' && outcome.exitCode !== 0) ? 'failed' : 'finished';
}

/** The state of the run and the program time, moving while the program does. */
export function Status({ session }: { readonly session: Session }) {
  const s = strings.value;
  const time = useRef<HTMLSpanElement>(null);
  const live = session.live.value;
  const draw = (): void => {
    setText(time.current, session.clock.time().toFixed(3));
  };
  useFrames(live, draw);
  void session.snapshot.value;
  const text = stateText(session, s);
  // Program time stands still while a module comes, and its name needs the room.
  const timed = !['idle', 'loading', 'importing'].includes(session.state.value);
  return (
    <div class={`status is-${stateClass(session)}`} data-state={session.state.value}>
      <span class="status-dot" aria-hidden="true" />
      <span class="status-text" title={text}>{text}</span>
      {timed ? (
        <span class="status-time" title={s.programTime}>
          <span ref={time}>{session.clock.time().toFixed(3)}</span><span class="unit">{s.seconds('').trim()}</span>
        </span>
      ) : null}
    </div>
  );
}
