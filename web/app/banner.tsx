// SPDX-License-Identifier: MIT
import type { ComponentChildren } from 'preact';
import { strings } from '../i18n';
import { CloseIcon } from '../ui/icons';
import { useServices } from './services';

function Bar({ kind, children }: { readonly kind: 'info' | 'bad'; readonly children: ComponentChildren }) {
  return <div class={`banner is-${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>{children}</div>;
}

/** What the visitor should know about this program or this run, above the editor. */
export function Banner() {
  const { program, session } = useServices();
  const s = strings.value;
  const notice = program.notice.value;
  const dismiss = (
    <button type="button" class="icon-button small" title={s.dismiss} aria-label={s.dismiss} onClick={() => { program.notice.value = null; }}><CloseIcon /></button>
  );
  const outcome = session.outcome.value;
  const crash = session.state.value === 'crashed' ? <Bar kind="bad"><p>{outcome?.cause === 'unreachable' ? s.unreachableMessage : s.crashedMessage}{outcome?.message ? <small>{outcome.message}</small> : null}</p></Bar> : null;
  if (notice === null) return crash;
  if (notice === 'from-link') {
    return (
      <>
        {crash}
        <Bar kind="info">
          <p>{s.linkBanner}</p>
          {program.draft && program.draft.code !== program.code.value ? <button type="button" class="button small" onClick={() => { program.openOwn(); }}>{s.linkBack}</button> : null}
          <button type="button" class="button small" onClick={() => { program.notice.value = null; }}>{s.linkKeep}</button>
        </Bar>
      </>
    );
  }
  const text = notice === 'storage-blocked' ? s.storageBlocked
    : notice.problem === 'unknown-example' ? s.exampleUnknown : s.linkProblem[notice.problem];
  return <>{crash}<Bar kind={notice === 'storage-blocked' ? 'info' : 'bad'}><p>{text}</p>{dismiss}</Bar></>;
}
