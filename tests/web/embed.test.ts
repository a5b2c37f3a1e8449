// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { inRanges, parseRegions, visibleLines } from '../../web/editor/regions';
import { codeFromMarkup } from '../../web/embed/given';
import { readOptions, writeQuery } from '../../web/embed/options';
import { MAX_CODE, readToEmbed } from '../../web/embed/protocol';
import { chooseLanguage } from '../../web/embed/words';
import { embedEn } from '../../web/i18n/embed_en';
import { embedKo } from '../../web/i18n/embed_ko';

const from = (attributes: Readonly<Record<string, string>>) => readOptions((name) => attributes[name] ?? null);

describe('the options of an embed', () => {
  it('have defaults that run nothing by themselves', () => {
    expect(from({})).toMatchObject({ view: 'code', autorun: false, start: 'click', clock: 'real', speed: 1, readOnly: false, predict: false, height: undefined, origins: [] });
  });

  it('are read from attributes as HTML has them', () => {
    expect(from({ readonly: '', autorun: 'false', speed: '2.5', height: '320px', seed: '7', lang: 'ko-KR', clock: 'virtual' }))
      .toMatchObject({ readOnly: true, autorun: false, speed: 2.5, height: 320, seed: 7, lang: 'ko', clock: 'virtual' });
    expect(from({ panels: 'tasks, timeline' })).toMatchObject({ view: 'split', panels: ['tasks', 'timeline'] });
    expect(from({ origin: 'https://a.test, http://b.test:8080 javascript:alert(1) https://c.test/path' }).origins).toEqual(['https://a.test', 'http://b.test:8080']);
  });

  it('that make no sense are the defaults', () => {
    expect(from({ view: '<b>', speed: '1e9', height: '-3', seed: 'x', clock: 'quantum', theme: 'pink', start: 'now', panels: '../x' })).toEqual(from({}));
  });

  it('come back from a query', () => {
    for (const options of [{}, { view: 'loop', panels: 'tasks,ready', theme: 'dark', lang: 'ko', readonly: '', autorun: '', start: 'visible', clock: 'virtual', seed: '0', predict: '1', height: '400', origin: 'https://a.test' }, { panels: 'tasks', speed: '0.5' }]) {
      const read = from(options as Record<string, string>);
      const query = new URLSearchParams(writeQuery(read));
      expect(readOptions((name) => query.get(name))).toEqual(read);
    }
    expect(writeQuery(from({}))).toBe('');
  });
});

describe('messages from a page', () => {
  it('are taken only as the protocol has them', () => {
    expect(readToEmbed({ loopscope: 1, type: 'setCode', code: 'x = 1', more: 2 })).toEqual({ type: 'setCode', code: 'x = 1' });
    expect(readToEmbed({ loopscope: 1, type: 'hello', code: 3, subscribe: ['trace', 'secrets'] })).toEqual({ type: 'hello', subscribe: ['trace'] });
    expect(readToEmbed({ loopscope: 1, type: 'theme', theme: 'pink' })).toEqual({ type: 'theme', theme: 'auto' });
    expect(readToEmbed({ loopscope: 1, type: 'focus', on: '<b>' })).toEqual({ type: 'focus', on: 'run' });
    for (const hostile of [null, 'run', { type: 'run' }, { loopscope: 2, type: 'run' }, { loopscope: 1, type: 'eval', code: 'x' }, { loopscope: 1, type: 'setCode', code: 'x'.repeat(MAX_CODE + 1) },
      { loopscope: 1, type: 'setCode', code: ['x'] }, { loopscope: 1, type: 'getCode', id: '1' }, { loopscope: 1, type: 'constructor' }, []]) {
      expect(readToEmbed(hostile)).toBeUndefined();
    }
  });
});

describe('regions', () => {
  it('hide and lock lines, their markers included', () => {
    const code = ['a', '# loopscope: hide', 'b', '  # loopscope: show', 'c', '# loopscope: lock', 'd', '# loopscope: unlock', 'e'].join('\n');
    expect(parseRegions(code)).toEqual({ hidden: [{ from: 2, to: 4 }, { from: 6, to: 6 }, { from: 8, to: 8 }], locked: [{ from: 7, to: 7 }] });
    expect(visibleLines(code)).toEqual([{ number: 1, text: 'a' }, { number: 5, text: 'c' }, { number: 7, text: 'd' }, { number: 9, text: 'e' }]);
  });

  it('that are not closed go to the end; what only looks like a marker is code', () => {
    expect(parseRegions('a\n# loopscope: hide\nb\nc').hidden).toEqual([{ from: 2, to: 4 }]);
    expect(parseRegions('a\n# loopscope: lock\nb\nc').locked).toEqual([{ from: 3, to: 4 }]);
    expect(parseRegions('print("# loopscope: hide")\nx = 1  # loopscope: hide\n# loopscope: hidden')).toEqual({ hidden: [], locked: [] });
    expect(parseRegions('# loopscope: show\na\n# loopscope: unlock').hidden).toEqual([{ from: 1, to: 1 }, { from: 3, to: 3 }]);
    expect(inRanges([{ from: 2, to: 3 }], 3)).toBe(true);
  });
});

describe('an embed', () => {
  it('speaks the first language it knows', () => {
    expect(chooseLanguage([undefined, 'fr-CA', 'ko-KR', 'en'])).toBe('ko');
    expect(chooseLanguage(['__proto__', 'constructor'])).toBe('en');
    expect(Object.keys(embedKo).sort()).toEqual(Object.keys(embedEn).sort());
  });

  it('takes a program out of markup without what only the markup needs', () => {
    expect(codeFromMarkup('\nimport asyncio\r\n    x\n\n  ')).toBe('import asyncio\n    x');
  });
});
