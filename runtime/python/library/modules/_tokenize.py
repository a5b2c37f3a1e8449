# SPDX-License-Identifier: MIT
"""Source text to tokens with comments and blank lines, for `tokenize` (CPython: its C tokenizer). Our own compiler's lexer keeps
neither."""

import re
from token import (
    COMMENT, DEDENT, ENDMARKER, EXACT_TOKEN_TYPES, FSTRING_END, FSTRING_MIDDLE, FSTRING_START, INDENT, NAME, NEWLINE, NL, NUMBER, OP, STRING,
)  # fmt: skip

_NUMBER = (
    r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
    r"|(?:(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?|\d(?:_?\d)*[eE][-+]?\d(?:_?\d)*)[jJ]?"
    r"|\d(?:_?\d)*[jJ]?"
)
_OPERATORS = "|".join(re.escape(text) for text in sorted(EXACT_TOKEN_TYPES, key=len, reverse=True))
_token = re.compile(
    r"(?P<space>[ \t\f]+)"
    r"|(?P<comment>#[^\r\n]*)"
    r"|(?P<string>(?P<prefix>[rRbBuUfF]{0,2})(?P<quote>'''|\"\"\"|'|\"))"
    rf"|(?P<number>{_NUMBER})"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<newline>\r?\n|\r)"
    r"|(?P<continued>\\\r?\n)"
    rf"|(?P<operator>{_OPERATORS})"
)
_string_ends = {
    "'": re.compile(r"[^'\\\r\n]*(?:\\(?:\r\n|.|\n)[^'\\\r\n]*)*'", re.DOTALL),
    '"': re.compile(r'[^"\\\r\n]*(?:\\(?:\r\n|.|\n)[^"\\\r\n]*)*"', re.DOTALL),
    "'''": re.compile(r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''", re.DOTALL),
    '"""': re.compile(r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""', re.DOTALL),
}
_prefixes = {"", "r", "b", "u", "f", "br", "rb", "fr", "rf"}


class _FString:
    """An f-string that is being read: its quote, and what of it we are inside of."""

    def __init__(self, quote, raw, where):
        self.quote, self.raw, self.where = quote, raw, where


class _Field:
    """A replacement field: brackets open around it; whether we have come to its format."""

    def __init__(self, depth):
        self.depth, self.in_format = depth, False


class TokenizerIter:
    def __init__(self, readline, /, *, encoding=None, extra_tokens=False):
        self._readline, self._encoding, self._extra = readline, encoding, extra_tokens
        self._row, self._col, self._line = 0, 0, ""
        self._brackets = []
        self._inside = []  # _FString and _Field in turn
        self._indents = [(0, 0)]
        self._items = self._tokens()

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._items:
            if self._extra:
                return item
            if item[0] in (COMMENT, NL):
                continue
            return (EXACT_TOKEN_TYPES.get(item[1], OP), *item[1:]) if item[0] == OP else item
        raise StopIteration

    def _next_line(self):
        try:
            line = self._readline()
        except StopIteration:
            line = ""
        if self._encoding is not None and isinstance(line, (bytes, bytearray)):
            line = str(line, self._encoding)
        elif not isinstance(line, str):
            raise TypeError("readline() returned a non-string object")
        if line:
            self._row += 1
        return line

    def _fail(self, message, row, col, kind=SyntaxError):
        raise kind(message, ("<string>", row, col, self._line))

    def _item(self, kind, text, start, line=None):
        return kind, text, start, (self._row, self._col), self._line if line is None else line

    def _tokens(self):
        continued = False
        while True:
            self._line = self._next_line()
            if not self._line:
                break
            self._col = 0
            fresh = not continued and not self._brackets and not self._inside
            continued = False
            if fresh:
                blank = False
                yield from self._indentation()
                blank = self._line[self._col : self._col + 1] in ("", "#", "\n", "\r")
            while self._col < len(self._line):
                if self._inside and self._in_text():
                    yield from self._text()
                    if not self._inside and self._col == len(self._line):
                        yield self._line_end("", NL if self._brackets else NEWLINE)
                    continue
                start = self._row, self._col
                match = _token.match(self._line, self._col)
                kind = match.lastgroup if match else "other"
                text = match.group() if match else self._line[self._col]
                if kind == "quote" or kind == "prefix":
                    kind = "string"
                if kind == "string" and match["prefix"].lower() not in _prefixes:
                    kind, text = "name", match["prefix"]
                self._col += len(text)
                if kind == "space":
                    continue
                if kind == "comment":
                    yield self._item(COMMENT, text, start)
                    if self._col == len(self._line):
                        yield self._line_end("", NL if fresh and blank or self._brackets else NEWLINE)
                elif kind == "newline":
                    self._col -= len(text)
                    yield self._line_end(text, NL if fresh and blank or self._brackets or self._inside else NEWLINE)
                elif kind == "continued":
                    continued = True
                elif kind == "string":
                    yield from self._string(text, match["prefix"].lower(), match["quote"], start)
                elif kind == "number":
                    yield self._item(NUMBER, text, start)
                elif kind == "name":
                    yield self._item(NAME, text, start)
                else:
                    if text == "\\":
                        self._fail("unexpected EOF in multi-line statement", self._row, self._col + 1)
                    yield from self._operator(text, start)
                if kind not in ("newline", "comment", "continued") and self._col == len(self._line) and not (self._inside and self._in_text()):
                    yield self._line_end("", NL if self._brackets or self._inside else NEWLINE)
        yield from self._end()

    def _line_end(self, text, kind):
        """The end of a line, also of a last one without a newline, which then counts as one column."""
        start = self._row, self._col
        self._col += len(text)
        return kind, text, start, (self._row, start[1] + max(1, len(text))), self._line

    def _indentation(self):
        column = alternative = 0
        line = self._line
        while self._col < len(line) and line[self._col] in " \t\f":
            c = line[self._col]
            if c == "\t":
                column, alternative = (column // 8 + 1) * 8, alternative + 1
            elif c == "\f":
                column = alternative = 0
            else:
                column, alternative = column + 1, alternative + 1
            self._col += 1
        if line[self._col : self._col + 1] in ("", "#", "\n", "\r"):
            return
        if line[self._col] == "\\" and line[self._col + 1 :].strip("\r\n") == "":
            return
        current, alternative_current = self._indents[-1]
        if column == current:
            if alternative != alternative_current:
                self._tabs()
        elif column > current:
            if alternative <= alternative_current:
                self._tabs()
            self._indents.append((column, alternative))
            yield INDENT, line[: self._col], (self._row, 0), (self._row, self._col), line
        else:
            while column < self._indents[-1][0]:
                self._indents.pop()
                if column > self._indents[-1][0]:
                    self._fail("unindent does not match any outer indentation level", self._row, len(self._line.rstrip("\r\n")) + 1, IndentationError)
                yield self._item(DEDENT, "", (self._row, self._col))
            if alternative != self._indents[-1][1]:
                self._tabs()

    def _tabs(self):
        self._fail("inconsistent use of tabs and spaces in indentation", self._row, self._col + 1, TabError)

    def _operator(self, text, start):
        field = self._inside[-1] if self._inside and isinstance(self._inside[-1], _Field) else None
        at_field = field is not None and len(self._brackets) == field.depth
        if at_field and text in (":=", "!=") or at_field and text == ":" or at_field and text[0] == ":":
            if text[0] == ":":
                self._col -= len(text) - 1
                text = ":"
                field.in_format = True
        if text in "([{":
            self._brackets.append((text, *start))
        elif text in ")]}":
            if at_field and text == "}":
                self._inside.pop()
            elif self._brackets:
                self._brackets.pop()
        yield self._item(OP, text, start)

    def _end(self):
        if self._inside:
            string = next(item for item in reversed(self._inside) if isinstance(item, _FString))
            if self._in_text():
                row, col = string.where
                triple = len(string.quote) == 3
                self._fail(f"unterminated {'triple-quoted ' if triple else ''}f-string literal (detected at line {self._row})", row, col + 1)
        if self._brackets or self._inside:
            self._fail("unexpected EOF in multi-line statement", self._row, 0)
        self._row += 1
        self._col, self._line = 0, ""
        while len(self._indents) > 1:
            self._indents.pop()
            yield self._item(DEDENT, "", (self._row, 0))
        yield self._item(ENDMARKER, "", (self._row, 0))

    # ---- strings

    def _string(self, text, prefix, quote, start):
        if "f" in prefix:
            self._inside.append(_FString(quote, "r" in prefix, start))
            yield self._item(FSTRING_START, text, start)
            return
        lines = self._line
        body = self._col
        while True:
            match = _string_ends[quote].match(lines, body)
            if match:
                break
            more = "" if len(quote) == 1 and not lines.endswith(("\\\n", "\\\r\n")) else self._next_line()
            if not more:
                triple = "triple-quoted " if len(quote) == 3 else ""
                self._fail(f"unterminated {triple}string literal (detected at line {self._row})", start[0], start[1] + 1)
            lines += more
            self._line = more
        self._col = match.end() - (len(lines) - len(self._line))
        yield self._item(STRING, lines[start[1] : match.end()], start, lines)

    def _in_text(self):
        inside = self._inside[-1]
        return isinstance(inside, _FString) or inside.in_format and len(self._brackets) == inside.depth

    def _text(self):
        """The text of an f-string, or of a format in it, up to a field, the end, or a brace that stands for itself."""
        top = self._inside[-1]
        string = top if isinstance(top, _FString) else next(item for item in reversed(self._inside) if isinstance(item, _FString))
        in_format = isinstance(top, _Field)
        start, lines, parts = (self._row, self._col), self._line, []
        while True:
            line, at = self._line, self._col
            if at >= len(line):
                more = self._next_line()
                if not more:
                    self._end_of_text(string)
                self._line, self._col = more, 0
                lines += more
                continue
            c = line[at]
            if not in_format and line.startswith(string.quote, at):
                if parts:
                    yield self._item(FSTRING_MIDDLE, "".join(parts), start, lines)
                end = self._row, self._col
                self._col += len(string.quote)
                self._inside.pop()
                yield self._item(FSTRING_END, string.quote, end)
                return
            if c == "{":
                if not in_format and line[at + 1 : at + 2] == "{":
                    self._col += 1
                    yield self._item(FSTRING_MIDDLE, "".join(parts) + "{", start, lines)
                    self._col += 1
                    return
                if parts:
                    yield self._item(FSTRING_MIDDLE, "".join(parts), start, lines)
                self._col += 1
                self._inside.append(_Field(len(self._brackets)))
                yield self._item(OP, "{", (self._row, self._col - 1))
                return
            if c == "}":
                if in_format:
                    yield self._item(FSTRING_MIDDLE, "".join(parts), start, lines)
                    self._inside.pop()
                    self._col += 1
                    yield self._item(OP, "}", (self._row, self._col - 1))
                    return
                if line[at + 1 : at + 2] != "}":
                    self._fail("f-string: single '}' is not allowed", self._row, at + 1)
                self._col += 1
                yield self._item(FSTRING_MIDDLE, "".join(parts) + "}", start, lines)
                self._col += 1
                return
            if c in "\r\n" and len(string.quote) == 1:
                if not in_format:
                    self._end_of_text(string)
                # The format ends with the line, the field goes on.
                top.in_format = False
                yield self._item(FSTRING_MIDDLE, "".join(parts), start, lines)
                return
            if c == "\\":
                if not string.raw and line.startswith("\\N{", at) and "}" in line[at:]:
                    self._col = line.index("}", at) + 1
                    parts.append(line[at : self._col])
                    yield self._item(FSTRING_MIDDLE, "".join(parts), start, lines)
                    return
                size = 1 if line[at + 1 : at + 2] in ("{", "}", "") else 3 if line.startswith("\r\n", at + 1) else 2
                parts.append(line[at : at + size])
                self._col += size
                continue
            parts.append(c)
            self._col += 1

    def _end_of_text(self, string):
        row, col = string.where
        triple = "triple-quoted " if len(string.quote) == 3 else ""
        self._fail(f"unterminated {triple}f-string literal (detected at line {self._row})", row, col + 1)
