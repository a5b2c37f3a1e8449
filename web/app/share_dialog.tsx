// SPDX-License-Identifier: MIT
import { useEffect, useRef, useState } from 'preact/hooks';
import { language, strings } from '../i18n';
import { consolePanel, inspectorPanels } from '../inspector/panels';
import { CHAT_LIMIT, isSharedView, LONG_CHAT_LIMIT, sharedViews, type SharedProgram, type SharedView } from '../share/link';
import type { QrCode } from '../share/qr';
import { elementSnippet, frameSnippet, markdownLink } from '../share/snippets';
import { copyText } from '../ui/clipboard';
import { CopyIcon } from '../ui/icons';
import { Dialog } from './dialog';
import { useServices } from './services';
import { clockSetting, pageView, seed } from './settings';

const FORMATS = ['link', 'markdown', 'element', 'frame', 'qr'] as const;
type Format = (typeof FORMATS)[number];

type Options = Omit<SharedProgram, 'code'>;

/** A range of shapes is drawn as one path; the page's colours would make it unreadable for scanners in the dark. */
function QrPicture({ link }: { readonly link: string }) {
  const s = strings.value;
  const [code, setCode] = useState<QrCode | null | undefined>(undefined);
  useEffect(() => {
    let current = true;
    import('../share/qr').then(
      ({ qrCode }) => { if (current) setCode(qrCode(link) ?? null); },
      () => { if (current) setCode(null); },
    );
    return () => { current = false; };
  }, [link]);
  if (code === undefined) return <div class="qr" />;
  if (code === null) return <p class="share-problem" role="alert">{s.qrTooLarge}</p>;
  const box = `0 0 ${String(code.size)} ${String(code.size)}`;
  return (
    <figure class="qr">
      <svg viewBox={box} role="img" aria-label={s.qrLabel(link.length > 80 ? `${link.slice(0, 80)}…` : link)} shape-rendering="crispEdges">
        <rect width={code.size} height={code.size} fill="#fff" />
        <path d={code.path} fill="#000" />
      </svg>
      {code.dense ? <figcaption>{s.qrDense}</figcaption> : null}
    </figure>
  );
}

/** What the chosen format pastes; undefined for the code that is a picture. */
function useSnippet(format: Format, link: string, options: Options): string | undefined {
  const { program, session } = useServices();
  const s = strings.value;
  const { example } = program;
  const title = example ? example.title[language.value] : s.shareTitleInLink;
  const base = new URL('./', link.slice(0, link.indexOf('#'))).href;
  switch (format) {
    case 'link': return link;
    case 'markdown': return markdownLink(title, link);
    case 'element': {
      const ran = session.ranSource.value === program.code.value && session.outcome.value !== null;
      return elementSnippet({
        base, code: program.code.value,
        attributes: {
          clock: options.clock, speed: options.speed === undefined ? undefined : String(options.speed),
          seed: options.seed === undefined ? undefined : String(options.seed), view: options.view, panels: options.panel,
          lang: language.value,
        },
        output: ran ? session.console.text() : undefined,
      });
    }
    case 'frame': return frameSnippet({ base, fragment: link.slice(link.indexOf('#')), title, openText: s.shareOpenText, query: `lang=${language.value}` });
    case 'qr': return undefined;
  }
}

function lengthWarning(length: number): string | undefined {
  if (length > LONG_CHAT_LIMIT) return strings.value.shareVeryLong;
  return length > CHAT_LIMIT ? strings.value.shareLong : undefined;
}

function Shared({ link, options }: { readonly link: string; readonly options: Options }) {
  const s = strings.value;
  const [format, setFormat] = useState<Format>('link');
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSnippet(format, link, options);
  const warning = format === 'element' ? undefined : lengthWarning(link.length);
  useEffect(() => { field.current?.select(); }, [text]);
  return (
    <>
      <fieldset class="segments">
        <legend class="visually-hidden">{s.shareFormat}</legend>
        {FORMATS.map((name) => (
          <label key={name}>
            <input type="radio" name="share-format" value={name} checked={format === name} onChange={() => { setFormat(name); }} />
            <span>{s.shareFormats[name]}</span>
          </label>
        ))}
      </fieldset>
      <p class="share-hint">{s.shareFormatHints[format]}</p>
      {text === undefined ? <QrPicture link={link} /> : (
        <div class="share-row">
          <textarea ref={field} id="share-link" class={`share-link ${format === 'link' || format === 'markdown' ? '' : 'is-tall'}`} readOnly value={text}
            aria-label={format === 'link' ? s.shareLink : s.shareText} spellcheck={false} onFocus={(event) => { event.currentTarget.select(); }} />
          <button type="button" class="button is-primary" id="share-copy"
            onClick={() => { void copyText(text, format === 'link' ? s.shareCopied : s.copied); }}><CopyIcon /><span>{format === 'link' ? s.copyLink : s.copy}</span></button>
        </div>
      )}
      <p class="share-length">{s.shareLength(format === 'qr' ? link.length : text?.length ?? 0)}{warning !== undefined ? <strong>{warning}</strong> : null}</p>
    </>
  );
}

/** The permalink, copied as the dialog opens, with its length; and what else it can be pasted as. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { program } = useServices();
  const s = strings.value;
  const [link, setLink] = useState<string | null | undefined>(undefined);
  const [view, setView] = useState<SharedView | undefined>(pageView.value === 'split' ? undefined : pageView.value);
  const [panel, setPanel] = useState<string | undefined>(undefined);
  const copied = useRef(false);

  const clock = clockSetting();
  const options: Options = {
    ...(clock.kind === 'virtual' ? { clock: 'virtual' as const } : clock.speed === 1 ? {} : { speed: clock.speed }),
    ...(seed.value !== null && { seed: seed.value }),
    ...(view !== undefined && { view }),
    ...(panel !== undefined && { panel }),
  };

  useEffect(() => {
    void program.link(options).then((url) => {
      setLink(url ?? null);
      if (url === undefined) return;
      history.replaceState(null, '', url);
      if (copied.current) return;
      copied.current = true;
      void copyText(url, strings.value.shareCopied);
    });
  }, [program, view, panel]);

  return (
    <Dialog title={s.shareTitle} name="share" onClose={onClose}>
      <p class="dialog-intro">{s.shareIntro}</p>
      {link === null ? <p class="share-problem" role="alert">{s.shareTooLarge}</p> : link === undefined ? null : <Shared link={link} options={options} />}
      <div class="share-options">
        <label>{s.shareOpensWith}
          <select id="share-view" value={view ?? 'split'} onChange={(event) => { setView(isSharedView(event.currentTarget.value) ? event.currentTarget.value : undefined); }}>
            {(['split', ...sharedViews] as const).map((name) => <option key={name} value={name}>{s.views[name]}</option>)}
          </select>
        </label>
        <label>{s.sharePanel}
          <select id="share-panel" value={panel ?? ''} onChange={(event) => { setPanel(event.currentTarget.value || undefined); }}>
            <option value="">{s.sharePanelNone}</option>
            {[...inspectorPanels, consolePanel].map(({ id, title }) => <option key={id} value={id}>{title(s)}</option>)}
          </select>
        </label>
      </div>
    </Dialog>
  );
}
