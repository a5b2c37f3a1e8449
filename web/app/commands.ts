// SPDX-License-Identifier: MIT
import { examples } from '../examples';
import { catalogues, isLanguage, language, strings } from '../i18n';
import { consolePanel, inspectorPanels } from '../inspector/panels';
import { sharedViews } from '../share/link';
import { theme } from '../ui/theme';
import type { Services } from './services';
import { aboutOpen, INSTANT, pageView, pointedPanel, setClock, speedIndex } from './settings';

/** One thing that the palette can do. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** The group it is listed under. */
  readonly group: string;
  /** Keys that do the same, as they are written. */
  readonly keys?: string;
  readonly run: () => void;
}

/** Everything that can be done now, in the page's language. */
export function commandsOf({ session, program, editor, actions }: Services): readonly Command[] {
  const s = strings.value;
  const list: Command[] = [];
  const add = (group: string, id: string, title: string, run: () => void, keys?: string): void => {
    list.push({ id, title, group, run, ...(keys !== undefined && { keys }) });
  };
  add(s.toolbar, 'run', session.busy.value ? s.rerun : s.run, actions.run, 'Ctrl Enter');
  if (session.busy.value) add(s.toolbar, 'stop', s.stop, actions.stop, 'Shift F5');
  if (session.live.value) add(s.toolbar, 'pause', session.state.value === 'paused' ? s.resume : s.pause, actions.togglePause, 'F8');
  add(s.toolbar, 'step', s.step, actions.step, 'F10');
  if (speedIndex.value >= INSTANT) add(s.toolbar, 'real', s.speedNormal, () => { setClock('real', 1); });
  else add(s.toolbar, 'instant', `${s.speed}: ${s.instant}`, () => { setClock('virtual', 1); });

  add(s.paletteGo, 'editor', s.editorLabel, () => { editor.focus(); });
  for (const { id, title } of [...inspectorPanels, consolePanel]) {
    add(s.paletteGo, `panel-${id}`, title(s), () => {
      if (pageView.value === 'code' && id !== 'console') pageView.value = 'split';
      pointedPanel.value = null;
      pointedPanel.value = id;
    });
  }
  for (const view of ['split', ...sharedViews] as const) if (pageView.value !== view) add(s.view, `view-${view}`, s.views[view], () => { pageView.value = view; });

  add(s.paletteOpen, 'share', s.shareTitle, () => { actions.open('share'); });
  add(s.paletteOpen, 'examples', s.examples, () => { actions.open('examples'); });
  add(s.paletteOpen, 'help', s.helpTitle, () => { actions.open('help'); }, 'Alt H');
  add(s.paletteOpen, 'blank', s.blankProgram, () => { program.openBlank(); });
  add(s.paletteOpen, 'print', s.print, () => { print(); });

  const themes = { auto: s.themeAuto, light: s.themeLight, dark: s.themeDark } as const;
  for (const name of ['auto', 'light', 'dark'] as const) if (theme.value !== name) add(s.theme, `theme-${name}`, themes[name], () => { theme.value = name; });
  for (const [tag, words] of Object.entries(catalogues)) {
    if (tag !== language.value && isLanguage(tag)) add(s.language, `language-${tag}`, words.languageName, () => { language.value = tag; });
  }
  for (const example of examples) {
    add(s.examples, `example-${example.id}`, example.title[language.value], () => {
      program.openExample(example);
      aboutOpen.value = true;
    });
  }
  return list;
}

/** Those whose title or group has every word of the query, in order; titles that begin with it come first. */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const wanted = query.toLowerCase().normalize('NFC').trim();
  if (wanted === '') return commands;
  const words = wanted.split(/\s+/);
  const found = commands.filter(({ title, group, id }) => {
    const text = `${title} ${group} ${id}`.toLowerCase().normalize('NFC');
    return words.every((word) => text.includes(word));
  });
  const begins = ({ title }: Command): number => (title.toLowerCase().startsWith(wanted) ? 0 : 1);
  return [...found].sort((a, b) => begins(a) - begins(b));
}
