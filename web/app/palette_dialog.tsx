// SPDX-License-Identifier: MIT
import { useEffect, useRef, useState } from 'preact/hooks';
import { strings } from '../i18n';
import { commandsOf, findCommands } from './commands';
import { Dialog } from './dialog';
import { useServices } from './services';

/** Everything the page can do, by typing a part of its name. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const s = strings.value;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const found = findCommands(commandsOf(services), query);
  const current = Math.min(active, Math.max(0, found.length - 1));

  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [current, query]);

  const choose = (index: number): void => {
    const command = found[index];
    if (!command) return;
    // The dialog closes first: what opens another dialog or takes the focus comes after it.
    onClose();
    setTimeout(command.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'ArrowDown': setActive((current + 1) % Math.max(1, found.length)); break;
      case 'ArrowUp': setActive((current + found.length - 1) % Math.max(1, found.length)); break;
      case 'PageDown': setActive(Math.min(found.length - 1, current + 8)); break;
      case 'PageUp': setActive(Math.max(0, current - 8)); break;
      case 'Enter':
        // An input method's Enter ends its syllable.
        if (event.isComposing) return;
        choose(current);
        break;
      default: return;
    }
    event.preventDefault();
  };
  return (
    <Dialog title={s.palette} name="palette" onClose={onClose}>
      <input id="palette-input" class="search" type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `palette-${String(current)}` : undefined} aria-label={s.palettePlaceholder} placeholder={s.palettePlaceholder}
        autocomplete="off" spellcheck={false} value={query} autofocus
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown} />
      <p class="visually-hidden" role="status">{s.paletteFound(found.length)}</p>
      <ul ref={list} id="palette-list" class="palette-list" role="listbox" aria-label={s.palette}>
        {found.map((command, index) => (
          <li key={command.id} id={`palette-${String(index)}`} role="option" aria-selected={index === current} data-command={command.id}
            onClick={() => { choose(index); }} onMouseMove={() => { if (index !== current) setActive(index); }}>
            <span>{command.title}</span>
            {command.keys !== undefined ? <span class="palette-keys">{command.keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>)}</span> : null}
            <span class="palette-group">{command.group}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p class="search-none">{s.paletteNone}</p> : null}
    </Dialog>
  );
}
