# Context managers that keep state, re-enter, nest dynamically, and return values.
from contextlib import ExitStack, contextmanager, redirect_stdout, suppress


class Indent:
    level = 0

    def __enter__(self):
        Indent.level += 1
        return self

    def __exit__(self, *error):
        Indent.level -= 1

    def print(self, text):
        print("  " * self.level + text)


with Indent() as i:
    i.print("one")
    with i:
        i.print("two")
        with i as j:
            j.print("three")
    i.print("one again")


@contextmanager
def changed(obj, **values):
    old = {k: getattr(obj, k) for k in values}
    for k, v in values.items():
        setattr(obj, k, v)
    try:
        yield obj
    finally:
        for k, v in old.items():
            setattr(obj, k, v)


class Config:
    debug, level = False, 1


with changed(Config, debug=True, level=9) as c:
    print(c.debug, Config.level)
print(Config.debug, Config.level)


class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.backup = dict(self.data)
        return self.data

    def __exit__(self, kind, error, tb):
        if kind:
            self.data.clear()
            self.data.update(self.backup)
            print("rolled back:", error)
        return kind is ValueError


data = {"n": 1}
with Transaction(data) as d:
    d["n"] = 2
with Transaction(data) as d:
    d["n"], d["junk"] = 99, True
    raise ValueError("bad value")
print(data)


@contextmanager
def tag(name):
    print(f"<{name}>", end="")
    yield
    print(f"</{name}>", end="")


with tag("ul"):
    for item in "ab":
        with tag("li"):
            print(item, end="")
print()
with ExitStack() as stack:
    for name in ("x", "y", "z")[:2]:
        stack.enter_context(tag(name))
    print("...", end="")
print()


def early(n):
    with Indent():
        for k in range(n):
            with suppress(ZeroDivisionError):
                if 1 / (k - 2) > 0:
                    return k
        return "none"


print(early(2), early(5), Indent.level)
with suppress(KeyError) as nothing, Indent() as i:
    print(nothing, i.level)
    {}["missing"]
print(Indent.level)
with open if False else tag("cond"):
    print("conditional", end="")
print()
