# Exceptions that cross generators, context managers, iterators and finally blocks.
from contextlib import contextmanager


@contextmanager
def managed(log):
    log.append("enter")
    try:
        yield "value"
    except KeyError as error:
        log.append(f"managed {error}")
        raise ValueError("converted") from error
    finally:
        log.append("exit")


log = []
try:
    with managed(log):
        raise KeyError("k")
except ValueError as error:
    print(log, repr(error), repr(error.__cause__))


def numbers():
    try:
        for i in range(3):
            yield i
    except ValueError as error:
        log.append(f"gen {error}")
        yield "last"
    finally:
        log.append("gen finally")


log.clear()
g = numbers()
next(g)
print(g.throw(ValueError("v")), list(g), log)
log.clear()
try:
    for n in numbers():
        if n == 1:
            raise LookupError("in the loop body")
except LookupError as error:
    print(error, log)
del n


class Bad:
    def __init__(self, at):
        self.at, self.n = at, 0

    def __iter__(self):
        if self.at == "iter":
            raise TypeError("iter")
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise OSError("next")
        return self.n


for at in ("iter", "next"):
    seen = []
    try:
        for x in Bad(at):
            seen.append(x)
    except (TypeError, OSError) as error:
        print(at, error, seen)
for consumer in (list, sum, sorted, set, max, tuple, dict, " ".join, lambda b: [*b], lambda b: [x for x in b], lambda b: dict.fromkeys(b), lambda b: 9 in b, lambda b: list(map(str, b)), lambda b: list(zip(b)), lambda b: next(filter(lambda x: x > 5, b))):
    try:
        consumer(Bad("next"))
    except Exception as error:
        print(type(error).__name__, error, end="; ")
print()


class Compare:
    def __eq__(self, other):
        raise RuntimeError("eq")

    def __lt__(self, other):
        raise RuntimeError("lt")

    def __hash__(self):
        raise RuntimeError("hash")

    def __bool__(self):
        raise RuntimeError("bool")

    def __len__(self):
        raise RuntimeError("len")

    def __repr__(self):
        raise RuntimeError("repr")

    def __getattr__(self, name):
        raise RuntimeError("getattr " + name)


c = Compare()
for work in (lambda: c == 1, lambda: [1].index(c), lambda: c in [1], lambda: sorted([c, c]), lambda: {c}, lambda: not c, lambda: len(c), lambda: print(c), lambda: f"{c}", lambda: c.x, lambda: hasattr(c, "x"), lambda: getattr(c, "y", 1), lambda: max(c, c), lambda: any([c]), lambda: [c].count(2), lambda: {1: 2}.get(c), lambda: 5 if c else 6, lambda: c and 1):
    try:
        work()
    except RuntimeError as error:
        print(error, end="; ")
print()
