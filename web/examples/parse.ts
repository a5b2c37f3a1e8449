// SPDX-License-Identifier: MIT

export interface Example {
  /** File name without `.py`; the link's name. */
  readonly id: string;
  readonly title: { readonly en: string; readonly ko: string };
  readonly about: { readonly en: string; readonly ko: string };
  readonly topic: string;
  readonly order: number;
  /** The program without its header. */
  readonly code: string;
}

/**
 * Reads an example file: a leading block of `# key: value` lines, a blank line, then the program.
 * A comment line without a key continues the value before it.
 */
export function parseExample(id: string, file: string): Example {
  const lines = file.replaceAll('\r\n', '\n').split('\n');
  const fields = new Map<string, string>();
  let at = 0;
  let last = '';
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!line.startsWith('#')) break;
    const keyed = /^#\s*([a-z]+(?:\.[a-z]+)?):\s*(.*)$/.exec(line);
    if (keyed?.[1] !== undefined) {
      last = keyed[1];
      fields.set(last, keyed[2] ?? '');
    } else if (last !== '') {
      fields.set(last, `${fields.get(last) ?? ''} ${line.replace(/^#\s*/, '')}`.trim());
    }
  }
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  const value = (key: string, otherwise = ''): string => fields.get(key) ?? otherwise;
  const titleEn = value('title.en', id);
  return {
    id,
    title: { en: titleEn, ko: value('title.ko', titleEn) },
    about: { en: value('about.en'), ko: value('about.ko', value('about.en')) },
    topic: value('topic', 'basics'),
    order: Number(value('order', '999')) || 999,
    code: lines.slice(at).join('\n'),
  };
}

/** By order; the topics follow from it. */
export function sortExamples(examples: readonly Example[]): readonly Example[] {
  return [...examples].sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
}

/** Neighbours of one topic together, topics in order of their first example. */
export function groupByTopic(examples: readonly Example[]): ReadonlyMap<string, readonly Example[]> {
  const groups = new Map<string, Example[]>();
  for (const example of examples) {
    const group = groups.get(example.topic);
    if (group) group.push(example);
    else groups.set(example.topic, [example]);
  }
  return groups;
}
