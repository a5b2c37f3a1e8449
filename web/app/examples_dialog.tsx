// SPDX-License-Identifier: MIT
import { useState } from 'preact/hooks';
import { examples, groupByTopic } from '../examples';
import { matches } from '../examples/search';
import { language, strings } from '../i18n';
import { Dialog } from './dialog';
import { useServices } from './services';
import { aboutOpen } from './settings';

function Card({ title, about, current, onPick, id }: {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly current?: boolean;
  readonly onPick: () => void;
}) {
  return (
    <li>
      <button type="button" class="example" data-example={id} aria-current={current ? 'true' : undefined} onClick={onPick}>
        <span class="example-title">{title}</span>
        <span class="example-about">{about}</span>
      </button>
    </li>
  );
}

/** The programs by topic, each with what it shows. */
export function ExamplesDialog({ onClose }: { readonly onClose: () => void }) {
  const { program } = useServices();
  const s = strings.value;
  const tag = language.value;
  const currentId = program.example?.id;
  const [query, setQuery] = useState('');
  const found = examples.filter((example) => matches(example, query, s.topics[example.topic] ?? ''));
  const pick = (open: () => void) => () => {
    open();
    // Picking an example is asking for its explanation.
    aboutOpen.value = true;
    onClose();
  };
  const { draft, keptDrafts } = program;
  const firstLines = (code: string): string => code.trim().split('\n').slice(0, 3).join(' · ').slice(0, 160);
  return (
    <Dialog title={s.examples} name="examples" onClose={onClose}>
      <p class="dialog-intro">{s.examplesIntro}</p>
      <input type="search" id="example-search" class="search" value={query} placeholder={s.examplesSearch} aria-label={s.examplesSearch} autocomplete="off" spellcheck={false}
        onInput={(event) => { setQuery(event.currentTarget.value); }} />
      <p class="visually-hidden" role="status">{query.trim() === '' ? '' : s.examplesFound(found.length)}</p>
      {query.trim() !== '' ? null : <section>
        <h3>{s.untitled}</h3>
        <ul class="example-list">
          {draft ? <Card id="draft" title={s.draftTitle} about={firstLines(draft.code)} onPick={pick(() => { program.openOwn(); })} /> : null}
          {keptDrafts.map((kept, index) => (
            <Card key={index} id={index === 0 ? 'kept' : `kept-${String(index)}`} title={s.keptTitle(index + 1)} about={firstLines(kept.code)}
              onPick={pick(() => { program.openKept(kept); })} />
          ))}
          <Card id="blank" title={s.blankProgram} about={s.blankAbout} onPick={pick(() => { program.openBlank(); })} />
        </ul>
      </section>}
      {found.length === 0 ? <p class="search-none">{s.examplesNone(query.trim())}</p> : null}
      {[...groupByTopic(found)].map(([topic, group]) => (
        <section key={topic}>
          <h3>{s.topics[topic] ?? topic}</h3>
          <ul class="example-list">
            {group.map((example) => (
              <Card key={example.id} id={example.id} title={example.title[tag]} about={example.about[tag]} current={example.id === currentId}
                onPick={pick(() => { program.openExample(example); })} />
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
