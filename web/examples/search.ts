// SPDX-License-Identifier: MIT
import type { Example } from './parse';

/** Whether every word of the query is somewhere in the example: title or text in either language, topic, code, or name. */
export function matches(example: Example, query: string, topic: string): boolean {
  const words = query.toLowerCase().normalize('NFC').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return true;
  const { title, about, code, id } = example;
  const text = [title.en, title.ko, about.en, about.ko, topic, code, id].join('\n').toLowerCase().normalize('NFC');
  return words.every((word) => text.includes(word));
}
