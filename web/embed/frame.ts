// SPDX-License-Identifier: MIT
// embed.html: shows the program as text at once; the live core is fetched when the reader, or the page around, wants it.
import { loadLive } from 'virtual:loopscope-parts';
import { wasmDigest, wasmUrl } from 'virtual:loopscope-wasm';
import '../styles/tokens.css';
import '../styles/code_colours.css';
import '../styles/embed_static.css';
import '../styles/embed_frame.css';
import { compiledModule, shareWithNeighbours } from '../launch/compiled';
import { startWorkerEarly } from '../launch/start_worker';
import { writeLink } from '../share/link';
import { givenByAddress } from './given';
import { HostLink } from './host_link';
import type { LiveEmbed } from './live';
import { readOptions, type EmbedOptions } from './options';
import type { ToEmbed } from './protocol';
import workerUrl from '../worker/main.ts?worker&url';
import { StaticView } from './static_view';
import { whenVisible } from './when_visible';
import { chooseLanguage, wordsOf } from './words';

const address = new URL(location.href);
let options: EmbedOptions = readOptions((name) => address.searchParams.get(name));
const language = chooseLanguage([options.lang, ...navigator.languages]);
options = { ...options, lang: language };
const words = wordsOf(language);
document.documentElement.lang = language;
document.title = words.frameTitle;
const heading = document.getElementById('title');
if (heading) heading.textContent = words.frameTitle;

const root = document.getElementById('embed') ?? document.body.appendChild(document.createElement('div'));
const base = new URL('./', address).href;
/** The element around this frame shows the program itself until we are live. */
const onlyLive = address.searchParams.has('live');
/** A reader waits for its output: the runtime and the core are fetched before the page around has said hello. */
const forRun = address.searchParams.get('live') === 'run';

let program = { code: '', output: '' };
let view: StaticView | undefined;
let live: LiveEmbed | undefined;
let coming: Promise<LiveEmbed> | undefined;

function setTheme(theme: EmbedOptions['theme']): void {
  options = { ...options, theme };
  if (live) live.setTheme(theme);
  else if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

setTheme(options.theme);

function showStatic(problem?: string): void {
  if (live || coming) return;
  const shown = new StaticView(program, options, words, { start: (what) => { void start(what, true); } });
  view = shown;
  root.replaceChildren(shown.element);
  if (problem !== undefined) shown.say(problem);
  if (program.code !== '') void writeLink({ code: program.code }).then((fragment) => { if (fragment !== undefined) shown.setLink(base + fragment); });
}

function goLive(): Promise<LiveEmbed> {
  coming ??= loadLive().then(({ startLive }) => {
    const focused = root.contains(document.activeElement);
    live = startLive(root, { ...program, options, language, base, link, forRun });
    view = undefined;
    if (focused) live.focus('run');
    link.post({ type: 'live' });
    return live;
  }).catch((error: unknown) => {
    coming = undefined;
    view?.setBusy(false);
    view?.say(words.failed);
    link.post({ type: 'failed' });
    throw error;
  });
  return coming;
}

async function start(what: 'run' | 'edit' | undefined, byReader: boolean): Promise<void> {
  view?.setBusy(true);
  view?.say('');
  try {
    const embed = await goLive();
    // A reader who predicts first is shown the lines to order.
    if (what === 'run' && !(byReader && options.predict)) embed.run();
    if (what === 'edit' && byReader) embed.focus('editor');
  } catch {
    // Said in the view.
  }
}

function receive(message: ToEmbed): void {
  switch (message.type) {
    case 'hello':
      if (message.code !== undefined) {
        program = { code: message.code, output: message.output ?? '' };
        if (live) live.setCode(program.code);
        else if (!onlyLive) showStatic();
      }
      if (live) link.post({ type: 'live' });
      else if (onlyLive) void start(undefined, false);
      return;
    case 'setCode':
      program = { code: message.code, output: '' };
      if (live) live.setCode(message.code);
      else showStatic();
      return;
    case 'getCode':
      link.post({ type: 'code', id: message.id, code: live?.getCode() ?? program.code });
      return;
    case 'run':
      void start('run', false);
      return;
    case 'stop':
      live?.stop();
      return;
    case 'theme':
      setTheme(message.theme);
      return;
    case 'focus':
      live?.focus(message.on);
      return;
    case 'ping':
  }
}

const link = new HostLink(options.origins, __LOOPSCOPE_VERSION__, receive);
new ResizeObserver(() => { link.tellHeight(Math.ceil(root.getBoundingClientRect().height)); }).observe(root);

async function openAddress(): Promise<void> {
  const given = await givenByAddress(address, words);
  if (given.ok) {
    // The query goes first: it is what the frame's author wrote last.
    const asked = (name: string): boolean => address.searchParams.has(name);
    if (!view) program = { code: given.code, output: address.searchParams.get('output') ?? '' };
    options = {
      ...options,
      ...(given.options?.clock && !asked('clock') && { clock: given.options.clock }),
      ...(given.options?.speed !== undefined && !asked('speed') && { speed: given.options.speed }),
      ...(given.options?.seed !== undefined && !asked('seed') && { seed: given.options.seed }),
    };
  }
  // The page around may have been quicker with a program of its own.
  if (!view) showStatic(given.ok ? undefined : given.message);
  if (given.ok && options.autorun) whenVisible(root, () => { void start('run', false); });
  else if (given.ok && options.start === 'visible') whenVisible(root, () => { void start(undefined, false); });
}

if (wasmUrl !== null && wasmDigest !== null) shareWithNeighbours(new URL(wasmUrl, base).href, wasmDigest, Number(address.searchParams.get('near')) || 0);
if (!onlyLive) void openAddress();
if (forRun) {
  if (wasmUrl !== null) {
    startWorkerEarly(new URL(workerUrl, base).href);
    compiledModule(new URL(wasmUrl, base).href).catch(() => undefined);
  }
  loadLive().catch(() => undefined);
}
