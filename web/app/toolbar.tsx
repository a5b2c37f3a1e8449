// SPDX-License-Identifier: MIT
import { isLanguage, catalogues, language, strings } from '../i18n';
import { isSharedView, sharedViews } from '../share/link';
import {
  AutoIcon, BookIcon, HelpIcon, LanguageIcon, LayoutIcon, LoopMark, MoonIcon, PauseIcon, ResumeIcon, RunIcon, ShareIcon, StepIcon, StopIcon, SunIcon,
} from '../ui/icons';
import { Status } from '../inspector/status';
import { useMedia } from '../ui/hooks';
import { theme, type Theme } from '../ui/theme';
import { useServices } from './services';
import { INSTANT, NARROW, pageView, speedIndex, SPEEDS } from './settings';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const NEXT_THEME: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };

function Transport() {
  const { session, actions } = useServices();
  const s = strings.value;
  const busy = session.busy.value;
  const live = session.live.value;
  const paused = session.state.value === 'paused';
  const runKey = isMac ? '⌘⏎' : 'Ctrl+⏎';
  const narrow = useMedia(NARROW);
  return (
    <div class="transport" role="group" aria-label={s.toolbar}>
      <button type="button" class="button is-primary" id="run" onClick={actions.run} title={`${busy ? s.rerun : s.run} (${runKey})`}>
        <RunIcon /><span>{busy && !narrow ? s.rerun : s.run}</span><kbd aria-hidden="true">{runKey}</kbd>
      </button>
      <button type="button" class="icon-button" id="stop" onClick={actions.stop} disabled={!busy} title={s.stop} aria-label={s.stop}><StopIcon /></button>
      <button type="button" class="icon-button" id="pause" onClick={actions.togglePause} disabled={!live}
        title={paused ? s.resume : s.pause} aria-label={paused ? s.resume : s.pause}>
        {paused ? <ResumeIcon /> : <PauseIcon />}
      </button>
      <button type="button" class="button" id="step" onClick={actions.step} disabled={busy && !live} title={s.stepHint} aria-label={s.step}><StepIcon /><span>{s.step}</span></button>
    </div>
  );
}

function Speed() {
  const s = strings.value;
  const index = speedIndex.value;
  const speed = SPEEDS[index];
  const text = speed === undefined ? s.instant : s.speedValue(speed);
  return (
    <label class="speed" title={index >= INSTANT ? s.instantHint : s.speed}>
      <span class="speed-name">{s.speed}</span>
      <input type="range" id="speed" min={0} max={INSTANT} step={1} value={index} aria-label={s.speed} aria-valuetext={text}
        style={{ '--part': String(index / INSTANT) }}
        onInput={(event) => { speedIndex.value = Number(event.currentTarget.value); }} />
      <output class="speed-value" aria-hidden="true">{text}</output>
    </label>
  );
}

function ThemeButton() {
  const s = strings.value;
  const words: Readonly<Record<Theme, string>> = { auto: s.themeAuto, light: s.themeLight, dark: s.themeDark };
  const text = `${s.theme}: ${words[theme.value]}`;
  return (
    <button type="button" class="icon-button" id="theme" title={text} aria-label={text} onClick={() => { theme.value = NEXT_THEME[theme.value]; }}>
      {theme.value === 'auto' ? <AutoIcon /> : theme.value === 'light' ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}

function LanguageSelect() {
  const s = strings.value;
  return (
    <label class="picker" title={s.language}>
      <LanguageIcon />
      <select id="language" aria-label={s.language} value={language.value}
        onChange={(event) => {
          if (isLanguage(event.currentTarget.value)) language.value = event.currentTarget.value;
        }}>
        {Object.entries(catalogues).map(([tag, words]) => <option key={tag} value={tag}>{words.languageName}</option>)}
      </select>
    </label>
  );
}

function ViewSelect() {
  const s = strings.value;
  return (
    <label class="picker" title={s.view}>
      <LayoutIcon />
      <select id="view" aria-label={s.view} value={pageView.value}
        onChange={(event) => { pageView.value = isSharedView(event.currentTarget.value) ? event.currentTarget.value : 'split'; }}>
        {(['split', ...sharedViews] as const).map((view) => <option key={view} value={view}>{s.views[view]}</option>)}
      </select>
    </label>
  );
}

export function Toolbar() {
  const { actions, session } = useServices();
  const s = strings.value;
  const narrow = useMedia(NARROW);
  return (
    <header class="toolbar">
      <h1 class="brand"><LoopMark /><span>{s.appTitle}</span></h1>
      <button type="button" class="button" id="examples" aria-haspopup="dialog" aria-label={s.examples} title={s.examples} onClick={() => { actions.open('examples'); }}><BookIcon /><span>{s.examples}</span></button>
      <Transport />
      <Speed />
      <Status session={session} />
      <div class="toolbar-end">
        <button type="button" class="button" id="share" aria-haspopup="dialog" aria-label={s.share} title={s.share} onClick={() => { actions.open('share'); }}><ShareIcon /><span>{s.share}</span></button>
        {narrow ? null : <ViewSelect />}
        <LanguageSelect />
        <ThemeButton />
        <button type="button" class="icon-button" id="help" aria-haspopup="dialog" title={s.help} aria-label={s.help} onClick={() => { actions.open('help'); }}><HelpIcon /></button>
      </div>
    </header>
  );
}
