# A tokenizer, a recursive descent parser and an evaluator.
class Token:
    def __init__(self, kind, value, at):
        self.kind, self.value, self.at = kind, value, at


class ParseError(Exception):
    pass


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            yield Token("num", float(text[i:j]) if "." in text[i:j] else int(text[i:j]), i)
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield Token("name", text[i:j], i)
            i = j
        elif c in "+-*/^(),=":
            yield Token(c, c, i)
            i += 1
        else:
            raise ParseError(f"unexpected {c!r} at {i}")
    yield Token("end", None, i)


class Parser:
    functions = {"max": max, "min": min, "abs": abs}

    def __init__(self, text, names):
        self.tokens, self.names = list(tokenize(text)), names
        self.i = 0

    @property
    def now(self):
        return self.tokens[self.i]

    def take(self, *kinds):
        if self.now.kind in kinds:
            self.i += 1
            return self.tokens[self.i - 1]

    def expect(self, kind):
        if not (token := self.take(kind)):
            raise ParseError(f"expected {kind} at {self.now.at}")
        return token

    def statement(self):
        if self.now.kind == "name" and self.tokens[self.i + 1].kind == "=":
            name = self.take("name").value
            self.take("=")
            value = self.names[name] = self.sum()
        else:
            value = self.sum()
        self.expect("end")
        return value

    def sum(self):
        value = self.product()
        while op := self.take("+", "-"):
            right = self.product()
            value = value + right if op.kind == "+" else value - right
        return value

    def product(self):
        value = self.unary()
        while op := self.take("*", "/"):
            right = self.unary()
            value = value * right if op.kind == "*" else value / right
        return value

    def unary(self):
        if self.take("-"):
            return -self.unary()
        return self.power()

    def power(self):
        base = self.atom()
        return base ** self.unary() if self.take("^") else base

    def atom(self):
        if token := self.take("num"):
            return token.value
        if token := self.take("name"):
            if self.take("("):
                args = [self.sum()]
                while self.take(","):
                    args.append(self.sum())
                self.expect(")")
                return self.functions[token.value](*args)
            return self.names[token.value]
        if self.take("("):
            value = self.sum()
            self.expect(")")
            return value
        raise ParseError(f"unexpected {self.now.kind} at {self.now.at}")


names = {"pi": 3.14159}
for line in ("1 + 2 * 3", "(1 + 2) * 3", "-2 ^ 2", "2 ^ 3 ^ 2", "x = 10 / 4", "x * 2 - pi", "max(1, x, 2) + abs(-7)", "1 +", "(1", "1 $ 2", "1 / 0", "unknown + 1", "foo(1)", "1 2", "2^100", ""):
    try:
        print(f"{line:<24} = {Parser(line, names).statement()}")
    except (ParseError, ZeroDivisionError, KeyError) as error:
        print(f"{line:<24} ! {type(error).__name__}: {error}")
