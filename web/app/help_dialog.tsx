// SPDX-License-Identifier: MIT
import { strings } from '../i18n';
import { Dialog } from './dialog';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const mod = isMac ? '⌘' : 'Ctrl';
const alt = isMac ? '⌥' : 'Alt';

/** How to read the page, and the keyboard map. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const s = strings.value;
  const keys: readonly (readonly [readonly string[], string])[] = [
    [[`${mod}`, 'Enter'], s.keyRun],
    [['Shift', 'F5'], s.keyStop],
    [['F8'], s.keyPause],
    [['F10'], s.keyStep],
    [['Esc', s.keysThen, 'Tab'], s.keyLeave],
    [['↑', '↓'], s.keyLists],
    [['Enter'], s.keySelect],
    [['Esc'], s.keyClear],
    [[`${mod}`, 'K'], s.keyPalette],
    [[`${alt}`, 'H'], s.keyHelp],
  ];
  return (
    <Dialog title={s.helpTitle} name="help" onClose={onClose}>
      {s.helpText.map((paragraph, index) => <p key={index}>{paragraph}</p>)}
      <h3>{s.keysTitle}</h3>
      <dl class="keys">
        {keys.map(([combination, meaning]) => (
          <div key={meaning}>
            <dt>{combination.map((key, index) => (key === s.keysThen ? <span key={index}> {key} </span> : <kbd key={index}>{key}</kbd>))}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
