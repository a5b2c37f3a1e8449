// SPDX-License-Identifier: MIT
import colours from '../styles/code_colours.css?inline';
import base from '../styles/embed_static.css?inline';
import tokens from '../styles/tokens.css?inline';
import type { EmbedStrings } from '../i18n/embed_en';
import { introduction } from '../launch/share_messages';
import { writeLink } from '../share/link';
import { EmbedClient } from './client';
import { codeFromMarkup, fetchSource, type Given } from './given';
import { readOptions, writeQuery, type EmbedOptions } from './options';
import { onThemeChange, themeAround } from './page_theme';
import type { LoopscopeEventDetails, LoopscopePlaygroundElement } from './public';
import { StaticView } from './static_view';
import { whenVisible } from './when_visible';
import { chooseLanguage, wordsOf } from './words';

const HOST_CSS = `:host{display:block;margin:1em 0;position:relative}:host([hidden]){display:none}
[hidden]{display:none!important}iframe{display:block;width:100%;border:1px solid var(--line);border-radius:var(--radius-large);background:var(--surface)}
iframe.is-coming{position:absolute;inset:0;visibility:hidden}`;

let sheet: CSSStyleSheet | undefined;

/** Constructed, so that a page's Content-Security-Policy for inline styles does not matter. */
function styles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens.replace(/:root(\[[^\]]*\]|:lang\(\w+\))?/g, (_, when: string | undefined) => (when ? `:host(${when})` : ':host')) + colours + base + HOST_CSS);
  }
  return sheet;
}

/** After the last key: what the reader wrote outlives the frame, on paper and in a page that takes the embed out. */
const FOLLOW_MS = 300;
/** Characters of output. */
const MAX_PRINTED = 20_000;
/** For everything that makes an embed live, on a slow line. */
const LIVE_PATIENCE_MS = 20_000;
/** For a word of a frame whose page has been loaded. */
const ANSWER_PATIENCE_MS = 3_000;

/** The windows of this page's live embeds, in a sandbox: in their shadow roots they cannot find each other. */
const live = new Set<Window>();

/** Each sandboxed frame has a cache of its own. Introduced, the frames give each other what one has fetched. */
function introduce(frame: Window): void {
  if (live.has(frame)) return;
  for (const other of live) {
    const { port1, port2 } = new MessageChannel();
    frame.postMessage(introduction, '*', [port1]);
    other.postMessage(introduction, '*', [port2]);
  }
  live.add(frame);
}

/** Set by the loader: the folder that the site lies in. */
export const site = { base: '' };

/**
 * `<loopscope-playground>`: a program that is only text until the reader goes into it; then the playground's frame takes
 * its place. See docs/embed.md.
 */
export class PlaygroundElement extends HTMLElement implements LoopscopePlaygroundElement {
  #options: EmbedOptions = readOptions(() => null);
  #words: EmbedStrings = wordsOf('en');
  #code = '';
  /** What its author recorded. */
  #output = '';
  /** What the last run printed, as far as paper needs it. */
  #printed = '';
  #paper: HTMLElement | undefined;
  #view: StaticView | undefined;
  #frame: HTMLIFrameElement | undefined;
  #client: EmbedClient | undefined;
  #built = false;
  /** The program is here: before that there is nothing to run. */
  #shown = false;
  #painted: 'light' | 'dark' | undefined;
  #runWanted = false;

  static readonly #coming: PlaygroundElement[] = [];
  static readonly #all = new Set<PlaygroundElement>();
  static #follows = false;
  /** The page's theme where the element stands. */
  #around: 'light' | 'dark' = 'light';

  // Fields are #private: frameworks set a property instead of an attribute where an element has one of that name.
  static readonly observedAttributes = ['code', 'theme'];

  connectedCallback(): void {
    if (this.#built) {
      PlaygroundElement.#all.add(this);
      return;
    }
    PlaygroundElement.#coming.push(this);
    if (PlaygroundElement.#coming.length > 1) return;
    // While the page is being parsed, the programs inside may not be there yet.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', PlaygroundElement.#buildAll, { once: true });
    else queueMicrotask(PlaygroundElement.#buildAll);
  }

  /** Reads where all stand before the first is drawn: in turns, each reading would lay the page out anew. */
  static readonly #buildAll = (): void => {
    const all = PlaygroundElement.#coming.splice(0).filter((element) => element.isConnected && !element.#built);
    const later: PlaygroundElement[] = [];
    for (const element of all) element.#around = themeAround(element);
    const far = all.map((element) => element.getBoundingClientRect().top > innerHeight * 1.5);
    all.forEach((element, index) => {
      if (far[index] === true) later.push(element);
      else void element.#build();
    });
    // Out of view there is time: ten at once would hold a phone up.
    const next = (): void => {
      const element = later.shift();
      if (!element) return;
      void element.#build();
      setTimeout(next, 0);
    };
    setTimeout(next, 0);
    if (!PlaygroundElement.#follows) {
      PlaygroundElement.#follows = true;
      onThemeChange(() => {
        const shown = [...PlaygroundElement.#all].filter((element) => element.isConnected);
        for (const element of shown) element.#around = themeAround(element);
        for (const element of shown) element.#paint();
      });
    }
    for (const element of all) PlaygroundElement.#all.add(element);
  };

  /** A frame that leaves the page loses what it holds; the text stays. Whoever only moves the element is back at once. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      PlaygroundElement.#all.delete(this);
      if (!this.#client) return;
      this.#dropFrame();
      this.#showStatic();
    });
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    if (!this.#shown) return;
    if (name === 'code' && value !== null) this.setCode(value);
    if (name === 'theme') {
      this.#options = { ...this.#options, theme: readOptions((option) => this.getAttribute(option)).theme };
      this.#paint();
    }
  }

  /** Runs the program as it is now; the frame comes first if it is not there. */
  run(): void {
    if (this.#shown) this.#start('run', false);
    else this.#runWanted = true;
  }

  stop(): void {
    this.#client?.stop();
  }

  /** The program as the reader has it. */
  async getCode(): Promise<string> {
    return this.#client ? this.#client.getCode() : this.#code;
  }

  setCode(code: string): void {
    this.#code = code;
    if (this.#client) this.#client.setCode(code);
    else if (this.#shown) this.#showStatic();
  }

  async #build(): Promise<void> {
    if (this.#built || !this.isConnected) return;
    this.#built = true;
    const attribute = (name: string): string | null => this.getAttribute(name);
    this.#options = readOptions(attribute);
    const language = chooseLanguage([this.#options.lang, this.closest<HTMLElement>('[lang]')?.lang, ...navigator.languages]);
    this.#options = { ...this.#options, lang: language };
    this.#words = wordsOf(language);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles()];
    addEventListener('beforeprint', () => { this.#toPaper(); });
    addEventListener('afterprint', () => { this.#fromPaper(); });
    const given = await this.#given();
    if (this.#code === '' && given.ok) this.#code = given.code;
    this.#shown = true;
    this.#output = codeFromMarkup(this.querySelector('[data-output]')?.textContent ?? '');
    this.#showStatic();
    if (!given.ok && this.#code === '') this.#view?.say(given.message);
    else if (this.#runWanted) this.#start('run', false);
    else if (this.#options.autorun) whenVisible(this, () => { this.#start('run', false); });
    else if (this.#options.start === 'visible') whenVisible(this, () => { this.#start(undefined, false); });
  }

  async #given(): Promise<Given> {
    const code = this.getAttribute('code');
    if (code !== null) return { ok: true, code };
    const source = this.getAttribute('src');
    if (source !== null) return fetchSource(source, document.baseURI, this.#words);
    const inside = this.querySelector('pre:not([data-output]) > code, code, pre:not([data-output]), script[type="text/x-python"], textarea');
    const text = inside instanceof HTMLTextAreaElement ? inside.value : (inside ?? this).textContent;
    return text.trim() === '' ? { ok: false, message: this.#words.noCode } : { ok: true, code: codeFromMarkup(text) };
  }

  #theme(): 'light' | 'dark' {
    return this.#options.theme === 'auto' ? this.#around : this.#options.theme;
  }

  /** In the theme of the page, which may be another than the system's and may change. */
  #paint(): void {
    const theme = this.#theme();
    for (const element of [this.#view?.element, this.#frame]) {
      if (element) element.style.colorScheme = theme;
    }
    if (theme === this.#painted) return;
    this.#painted = theme;
    this.#client?.setTheme(theme);
  }

  #showStatic(): void {
    const options = this.#options;
    this.#view = new StaticView({ code: this.#code, output: this.#output }, options, this.#words, { start: (what) => { this.#start(what, true); } });
    this.shadowRoot?.replaceChildren(this.#view.element);
    this.#paint();
    const view = this.#view;
    void writeLink({
      code: this.#code,
      ...(options.clock === 'virtual' && { clock: 'virtual' as const }),
      ...(options.speed !== 1 && { speed: options.speed }),
      ...(options.seed !== undefined && { seed: options.seed }),
    }).then((fragment) => { if (fragment !== undefined) view.setLink(site.base + fragment); });
  }

  /** @param byReader whether the reader asked in this embed: only then may the focus follow. */
  #start(what: 'run' | 'edit' | undefined, byReader: boolean): void {
    if (this.#client) {
      if (what === 'run') this.#client.run();
      return;
    }
    const frame = document.createElement('iframe');
    frame.className = 'is-coming';
    frame.title = this.#words.frameTitle;
    frame.allow = 'clipboard-write';
    const sandboxed = origin === 'null';
    for (const other of live) if (other.closed) live.delete(other);
    frame.src = `${site.base}embed.html?${writeQuery({ ...this.#options, theme: this.#theme(), autorun: false })}&live=${what === 'run' ? 'run' : '1'}${sandboxed && live.size > 0 ? `&near=${String(live.size)}` : ''}`;
    this.#view?.setBusy(true);
    this.#view?.say('');
    this.#frame = frame;
    this.shadowRoot?.append(frame);
    const client = new EmbedClient(frame, { code: this.#code, output: this.#output, subscribe: ['output'] });
    this.#client = client;
    this.#paint();
    const giveUp = (): void => { if (this.#client === client && this.#view) this.#giveUp(); };
    const failed = setTimeout(giveUp, LIVE_PATIENCE_MS);
    let answered = false;
    // A host that has no such page, or no connection: the browser loads a page of its own, which does not speak.
    frame.onload = () => { setTimeout(() => { if (!answered) giveUp(); }, ANSWER_PATIENCE_MS); };
    client.on('ready', () => { answered = true; });
    client.on('failed', giveUp);
    if (sandboxed) client.on('ready', () => { if (frame.contentWindow) introduce(frame.contentWindow); });
    client.on('height', ({ height }) => { frame.style.height = `${String(this.#options.height ?? height)}px`; });
    client.on('running', () => {
      this.#printed = '';
      this.#tell('loopscope-run', {});
    });
    let following: ReturnType<typeof setTimeout> | undefined;
    client.on('edited', () => {
      clearTimeout(following);
      following = setTimeout(() => { void client.getCode().then((code) => { this.#code = code; }); }, FOLLOW_MS);
      this.#tell('loopscope-edit', {});
    });
    client.on('output', ({ stream, text, time }) => {
      if (this.#printed.length < MAX_PRINTED) this.#printed += text;
      this.#tell('loopscope-output', { stream, text, time });
    });
    client.on('result', ({ cause, exitCode, time }) => { this.#tell('loopscope-result', { cause, exitCode, time }); });
    // A reader who predicts first is shown the lines to order.
    if (what === 'run' && !(byReader && this.#options.predict)) client.run();
    void client.live.then(() => {
      clearTimeout(failed);
      const focused = byReader && Boolean(this.shadowRoot?.activeElement);
      frame.className = '';
      this.#view?.element.remove();
      this.#view = undefined;
      if (focused) {
        frame.focus({ preventScroll: true });
        client.focus(what === 'edit' ? 'editor' : 'run');
      }
      this.#tell('loopscope-live', {});
    });
  }

  /** A frame is cut at its edges on paper: there the program stands as text, with what it printed last. */
  #toPaper(): void {
    const frame = this.#frame;
    if (!frame || this.#view || this.#paper) return;
    const words = this.#printed === '' ? this.#words : { ...this.#words, recorded: this.#words.output };
    this.#paper = new StaticView({ code: this.#code, output: this.#printed || this.#output }, { ...this.#options, predict: false }, words, { start: () => undefined }).element;
    frame.hidden = true;
    this.shadowRoot?.append(this.#paper);
  }

  #fromPaper(): void {
    this.#paper?.remove();
    this.#paper = undefined;
    if (this.#frame) this.#frame.hidden = false;
  }

  #dropFrame(): void {
    if (this.#frame?.contentWindow) live.delete(this.#frame.contentWindow);
    this.#client?.dispose();
    this.#client = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
  }

  #giveUp(): void {
    this.#dropFrame();
    this.#view?.setBusy(false);
    this.#view?.say(this.#words.failed);
  }

  #tell<T extends keyof LoopscopeEventDetails>(type: T, detail: LoopscopeEventDetails[T]): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}
