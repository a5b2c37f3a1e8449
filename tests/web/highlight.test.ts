// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { examples } from '../../web/examples';
import { highlight } from '../../web/editor/highlight';

const kinds = (source: string): string[] =>
  highlight(source).map((line) => line.filter(({ kind }) => kind !== 'plain').map(({ kind, text }) => `${kind}:${text}`).join(' '));

describe('highlighting', () => {
  it('never loses a character', () => {
    for (const { code } of examples) {
      expect(highlight(code).map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(code);
    }
  });

  it('knows words, numbers, strings, comments', () => {
    expect(kinds('async def f(x): # hi')).toEqual(['keyword:async keyword:def function:f comment:# hi']);
    expect(kinds('@dataclass\nx = 0xff + 1_000.5e-3j')).toEqual(['decorator:@dataclass', 'number:0xff number:1_000.5e-3j']);
    expect(kinds('print(f"a\\"b", \'c#\')')).toEqual(['builtin:print string:f"a\\"b" string:\'c#\'']);
  });

  it('follows triple quotes over lines', () => {
    expect(kinds('x = """one\ntwo\n""" + y')).toEqual(['string:"""one', 'string:two', 'string:"""']);
  });

  it('leaves match alone as a name', () => {
    expect(kinds('match = 1')).toEqual(['number:1']);
    expect(kinds('match command:')).toEqual(['keyword:match']);
  });

  it('reads Korean names', () => {
    expect(kinds('def 인사(이름): return 이름')).toEqual(['keyword:def function:인사 keyword:return']);
  });
});
