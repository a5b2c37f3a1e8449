"""A tokenizer as the documentation of re shows how to write one: a regular expression with named groups."""
import asyncio
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    line: int


RULES = {"NUMBER": r"\d+(\.\d*)?", "NAME": r"[A-Za-z_]\w*", "OP": r"[-+*/=();]", "NEWLINE": r"\n", "SKIP": r"[ \t]+", "OTHER": r"."}
LEXER = re.compile("|".join(f"(?P<{kind}>{rule})" for kind, rule in RULES.items()))


async def tokens(source):
    line = 1
    for found in LEXER.finditer(source):
        kind = found.lastgroup
        if kind == "NEWLINE":
            line += 1
        elif kind == "OTHER":
            raise RuntimeError(f"{found.group()!r} unexpected on line {line}")
        elif kind != "SKIP":
            yield Token(kind, found.group(), line)
            await asyncio.sleep(0)


async def main():
    async for token in tokens("total = 12.5 * (rate + 3)\nnext_one = total"):
        print(token)
    try:
        async for token in tokens("a = ?"):
            print(token.kind, end=" ")
    except RuntimeError as error:
        print(error)


asyncio.run(main())
