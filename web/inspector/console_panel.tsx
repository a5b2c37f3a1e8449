// SPDX-License-Identifier: MIT
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { duration, moment, strings } from '../i18n';
import type { Session } from '../session/session';
import { ClockIcon, CopyIcon, TrashIcon } from '../ui/icons';
import { copyText } from '../ui/clipboard';
import { VirtualList } from '../ui/virtual_list';
import { Empty } from './empty';
import type { Panel, PanelProps } from './panel';

const ROW = 21;
const showTimes = signal(false);
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** How the run ended, under its output. */
function endText(session: Session): string | undefined {
  const s = strings.value;
  const outcome = session.outcome.value;
  if (!outcome) return undefined;
  const time = duration(session.clock.time());
  switch (outcome.cause) {
    case 'exit': return s.exitCode(outcome.exitCode, time);
    case 'stopped': return s.exitStopped(time);
    case 'killed': return s.exitKilled(time);
    case 'crashed': return s.crashedMessage;
    case 'unreachable': return s.unreachableMessage;
    case 'rejected': return undefined;
  }
}

function emptyText(session: Session): string {
  const s = strings.value;
  if (session.outcome.value?.cause === 'exit') return s.consoleNoOutput;
  if (session.state.value !== 'idle') return s.consoleEmpty;
  return isMac ? s.consoleEmptyRunMac : s.consoleEmptyRun;
}

/** Where a line for `input()` is typed. */
function InputLine({ session }: { readonly session: Session }) {
  const s = strings.value;
  const field = useRef<HTMLInputElement>(null);
  // The program has just asked, so this is where the visitor goes on.
  // An embed never takes the focus from the page around it.
  useEffect(() => { if (document.hasFocus()) field.current?.focus(); }, []);
  return (
    <form class="console-input" onSubmit={(event) => {
      event.preventDefault();
      session.provideInput(field.current?.value ?? '');
      if (field.current) field.current.value = '';
    }}>
      <span aria-hidden="true">›</span>
      <input ref={field} id="console-input" aria-label={s.consoleInput} autocomplete="off" spellcheck={false} />
      <button type="submit" class="button small">{s.consoleSend}</button>
    </form>
  );
}

function View({ session }: PanelProps) {
  const s = strings.value;
  const { console } = session;
  void console.revision.value;
  const end = endText(session);
  const times = showTimes.value;
  return (
    <div class="console">
      {console.dropped > 0 ? <p class="console-dropped">{s.consoleDropped(console.dropped)}</p> : null}
      {console.length === 0
        ? <Empty>{emptyText(session)}</Empty>
        : (
          <VirtualList
            kind="log"
            class="console-lines"
            label={s.consoleTitle}
            count={console.length}
            rowHeight={ROW}
            stickToEnd
            rowKey={(index) => console.dropped + index}
            rowClass={(index) => `from-${console.line(index)?.stream ?? 'stdout'}`}
            row={(index) => {
              const line = console.line(index);
              if (!line) return null;
              return (
                <>
                  {times ? <span class="console-time">{moment(line.time)}</span> : null}
                  <span class="console-text">{line.text === '' ? ' ' : line.text}</span>
                </>
              );
            }}
          />
        )}
      {session.state.value === 'input' ? <InputLine session={session} /> : null}
      {end !== undefined && session.outcome.value
        ? <p class={`console-end ${session.outcome.value.cause === 'exit' && session.outcome.value.exitCode === 0 ? '' : 'is-bad'}`}>{end}</p>
        : null}
    </div>
  );
}

function Tools({ session }: PanelProps) {
  const s = strings.value;
  void session.console.revision.value;
  const lines = session.console.length + session.console.dropped;
  return (
    <>
      {lines > 0 ? <span class="panel-note">{s.consoleLines(lines)}</span> : null}
      <button type="button" class="icon-button small" title={s.consoleTimes} aria-label={s.consoleTimes} aria-pressed={showTimes.value}
        onClick={() => { showTimes.value = !showTimes.value; }}><ClockIcon /></button>
      <button type="button" class="icon-button small" title={s.consoleCopy} aria-label={s.consoleCopy} disabled={lines === 0}
        onClick={() => { void copyText(session.console.text(), s.copied); }}><CopyIcon /></button>
      <button type="button" class="icon-button small" title={s.consoleClear} aria-label={s.consoleClear} disabled={lines === 0}
        onClick={() => { session.console.clear(); }}><TrashIcon /></button>
    </>
  );
}

export const consolePanel: Panel = { id: 'console', title: (s) => s.consoleTitle, Tools, View };
