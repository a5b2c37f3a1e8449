# A small language: tokens, a tree, evaluation, errors with their places.
import operator
import re
from dataclasses import dataclass

TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z]\w*)|(?P<op>\*\*|[-+*/()=]))")


class Mistake(Exception):
    pass


@dataclass
class Token:
    kind: str
    text: str
    at: int


def tokens(text):
    at = 0
    while text[at:].strip():
        if not (m := TOKEN.match(text, at)):
            raise Mistake(f"unexpected {text[at:].strip()[0]!r} at {at}")
        yield Token(m.lastgroup, m[m.lastgroup], m.start(m.lastgroup))
        at = m.end()
    yield Token("end", "", len(text))


class Parser:
    BINARY = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "**": (4, operator.pow)}

    def __init__(self, text, names):
        self.tokens = list(tokens(text))
        self.names = names

    def take(self, text=None):
        token = self.tokens[0]
        if text and token.text != text:
            raise Mistake(f"expected {text!r}, got {token.text or 'the end'!r} at {token.at}")
        return self.tokens.pop(0)

    def statement(self):
        if len(self.tokens) > 2 and self.tokens[0].kind == "name" and self.tokens[1].text == "=":
            name = self.take().text
            self.take("=")
            value = self.names[name] = self.expression(0)
        else:
            value = self.expression(0)
        if self.tokens[0].kind != "end":
            raise Mistake(f"left over {self.tokens[0].text!r} at {self.tokens[0].at}")
        return value

    def expression(self, power):
        left = self.prefix()
        while (entry := self.BINARY.get(self.tokens[0].text)) and entry[0] > power:
            sign = self.take().text
            left = entry[1](left, self.expression(entry[0] - (sign == "**")))
        return left

    def prefix(self):
        token = self.take()
        match token:
            case Token("number", text):
                return float(text) if "." in text else int(text)
            case Token("name", text):
                try:
                    return self.names[text]
                except KeyError:
                    raise Mistake(f"unknown {text} at {token.at}") from None
            case Token("op", "-"):
                return -self.expression(3)
            case Token("op", "("):
                value = self.expression(0)
                self.take(")")
                return value
        raise Mistake(f"unexpected {token.text or 'the end'!r} at {token.at}")


names = {}
for line in ("1 + 2 * 3", "(1 + 2) * 3", "x = 2 ** 3 ** 2", "x / 2 - -1", "-2 ** 2", "10 - 3 - 2", "1.5 * 2", "y + 1", "(1", "1 $ 2", "1 2", "", "7 / 0"):
    try:
        print(f"{line} -> {Parser(line, names).statement()}")
    except (Mistake, ZeroDivisionError) as error:
        print(f"{line} !! {error}")
