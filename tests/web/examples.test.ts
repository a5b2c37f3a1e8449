// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { examples, groupByTopic } from '../../web/examples';
import { parseExample } from '../../web/examples/parse';
import { matches } from '../../web/examples/search';

describe('the example header', () => {
  it('is read and taken off', () => {
    const file = '# title.en: One\n# title.ko: 하나\n# about.en: First\n#   and second.\n# about.ko: 첫째\n# topic: tasks\n# order: 4\n\nimport asyncio\n# a comment: kept\n';
    expect(parseExample('one', file)).toEqual({
      id: 'one', title: { en: 'One', ko: '하나' }, about: { en: 'First and second.', ko: '첫째' }, topic: 'tasks', order: 4,
      code: 'import asyncio\n# a comment: kept\n',
    });
  });

  it('may be missing', () => {
    expect(parseExample('bare', 'print(1)\n')).toMatchObject({ title: { en: 'bare', ko: 'bare' }, code: 'print(1)\n' });
  });
});

describe('the examples', () => {
  it('are at least twelve, complete in both languages', () => {
    expect(examples.length).toBeGreaterThanOrEqual(12);
    for (const { id, title, about, code } of examples) {
      for (const text of [title.en, title.ko, about.en, about.ko, code]) expect(text, id).not.toBe('');
      expect(title.ko, id).toMatch(/[가-힣]/);
      expect(about.ko, id).toMatch(/[가-힣]/);
      expect(code.startsWith('#'), `${id}: header taken off`).toBe(false);
    }
  });

  it('have an order without ties', () => {
    expect(new Set(examples.map(({ order }) => order)).size).toBe(examples.length);
  });

  it('are all in a topic', () => {
    expect([...groupByTopic(examples).values()].flat()).toHaveLength(examples.length);
  });
});

describe('a search', () => {
  const found = (query: string): string[] => examples.filter((example) => matches(example, query, '')).map(({ id }) => id);

  it('finds examples by words of either language, of the code or of the name', () => {
    expect(found('semaphore')).toContain('13_semaphore');
    expect(found('세마포어')).toContain('13_semaphore');
    expect(found('TaskGroup except*')).toEqual(['20_task_group']);
    expect(found('세마포어'.normalize('NFD'))).toContain('13_semaphore');
    expect(found('  ')).toHaveLength(examples.length);
    expect(found('zebra')).toEqual([]);
  });
});
