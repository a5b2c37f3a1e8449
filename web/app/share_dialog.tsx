// SPDX-License-Identifier: MIT
import { useEffect, useRef, useState } from 'preact/hooks';
import { strings } from '../i18n';
import { CHAT_LIMIT } from '../share/link';
import { copyText } from '../ui/clipboard';
import { CopyIcon } from '../ui/icons';
import { Dialog } from './dialog';
import { useServices } from './services';
import { clockSetting, seed } from './settings';

/** The permalink, copied as the dialog opens, with its length. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { program } = useServices();
  const s = strings.value;
  const [link, setLink] = useState<string | null | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const clock = clockSetting();
    void program.link({
      ...(clock.kind === 'virtual' ? { clock: 'virtual' as const } : { speed: clock.speed }),
      ...(seed.value !== null && { seed: seed.value }),
    }).then((url) => {
      setLink(url ?? null);
      if (url === undefined) return;
      history.replaceState(null, '', url);
      void copyText(url, strings.value.shareCopied);
    });
  }, [program]);

  useEffect(() => { field.current?.select(); }, [link]);

  return (
    <Dialog title={s.shareTitle} name="share" onClose={onClose}>
      <p class="dialog-intro">{s.shareIntro}</p>
      {link === null ? <p class="share-problem" role="alert">{s.shareTooLarge}</p> : (
        <>
          <div class="share-row">
            <input ref={field} id="share-link" class="share-link" readOnly value={link ?? ''} aria-label={s.shareLink} onFocus={(event) => { event.currentTarget.select(); }} />
            <button type="button" class="button is-primary" disabled={!link} onClick={() => { if (link) void copyText(link, s.shareCopied); }}><CopyIcon /><span>{s.copyLink}</span></button>
          </div>
          <p class="share-length">{link ? s.shareLength(link.length) : ' '}{link && link.length > CHAT_LIMIT ? <strong>{s.shareLong}</strong> : null}</p>
        </>
      )}
    </Dialog>
  );
}
