// SPDX-License-Identifier: MIT
// A small Python tokenizer for colours only: enough to read code by before (or without) Monaco.

export type TokenKind = 'keyword' | 'string' | 'number' | 'comment' | 'function' | 'builtin' | 'decorator' | 'plain';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const KEYWORDS = new Set(('False None True and as assert async await break class continue def del elif else except finally '
  + 'for from global if import in is lambda nonlocal not or pass raise return try while with yield match case').split(' '));

const BUILTINS = new Set(('abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex '
  + 'delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id '
  + 'input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print '
  + 'property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip '
  + 'self cls').split(' '));

const STRING_START = /(?:[rRbBuUfF]|[rR][bBfF]|[bBfF][rR])?("""|'''|"|')/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d+)?[jJ]?)/y;

/** Splits a program into lines of tokens; a triple-quoted string goes on over lines. */
export function highlight(source: string): readonly (readonly Token[])[] {
  let open: string | undefined;
  return source.split('\n').map((line) => {
    const result = highlightLine(line, open);
    open = result.open;
    return result.tokens;
  });
}

/** One line; `openAtStart` is the triple quote it begins in, `open` the one it ends in. */
export function highlightLine(line: string, openAtStart: string | undefined): { tokens: Token[]; open: string | undefined } {
  const tokens: Token[] = [];
  let open = openAtStart;
  let at = 0;
  let plainFrom = 0;
  let afterDef = false;

  const push = (kind: TokenKind, to: number): void => {
    if (plainFrom < at) tokens.push({ kind: 'plain', text: line.slice(plainFrom, at) });
    tokens.push({ kind, text: line.slice(at, to) });
    at = to;
    plainFrom = to;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(line);
  };

  if (open !== undefined) {
    const end = stringEnd(line, 0, open);
    push('string', end.at);
    if (!end.closed) return { tokens, open };
    open = undefined;
  }
  while (at < line.length) {
    const character = line[at] ?? '';
    const string = match(STRING_START);
    if (string) {
      const quote = string[1] ?? '"';
      const end = stringEnd(line, at + string[0].length, quote);
      push('string', end.at);
      if (!end.closed && quote.length === 3) return { tokens, open: quote };
      continue;
    }
    if (character === '#') {
      push('comment', line.length);
      continue;
    }
    if (character === '@' && line.slice(0, at).trim() === '') {
      const name = /@[\w.]*/y;
      name.lastIndex = at;
      push('decorator', at + (name.exec(line)?.[0].length ?? 1));
      continue;
    }
    const word = match(WORD)?.[0];
    if (word !== undefined) {
      const to = at + word.length;
      if (KEYWORDS.has(word) && !(word === 'match' || word === 'case') || isSoftKeyword(line, at, word)) {
        push('keyword', to);
        afterDef = word === 'def' || word === 'class';
      } else if (afterDef) {
        push('function', to);
        afterDef = false;
      } else if (BUILTINS.has(word) && line[at - 1] !== '.') {
        push('builtin', to);
      } else if (line[to] === '(') {
        push('function', to);
      } else {
        at = to;
      }
      continue;
    }
    const number = /[\d.]/.test(character) ? match(NUMBER)?.[0] : undefined;
    if (number !== undefined && number !== '') push('number', at + number.length);
    else at += 1;
  }
  if (plainFrom < line.length) tokens.push({ kind: 'plain', text: line.slice(plainFrom) });
  return { tokens, open };
}

/** `match` and `case` are keywords only where a statement begins and a subject follows. */
function isSoftKeyword(line: string, at: number, word: string): boolean {
  return (word === 'match' || word === 'case') && line.slice(0, at).trim() === ''
    && /^(match|case)\s+[^=.,)\s].*:\s*(#.*)?$/.test(line.slice(at));
}

function stringEnd(line: string, from: number, quote: string): { at: number; closed: boolean } {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line.startsWith(quote, at)) return { at: at + quote.length, closed: true };
  }
  return { at: line.length, closed: false };
}
