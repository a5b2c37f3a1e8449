# isinstance() and issubclass() of things that only look like classes: __bases__ is followed, and an end that never comes is a
# RecursionError.


class Like:
    def __init__(self, *bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases


a = Like()
b = Like(a)
c = Like(Like(), b)
print(issubclass(b, a), issubclass(c, a), issubclass(a, c), issubclass(c, c), issubclass(c, (int, str, a)))


class Claims:
    def __init__(self, cls):
        self.cls = cls

    @property
    def __class__(self):
        return self.cls


print(isinstance(Claims(c), a), isinstance(Claims(a), c), isinstance(Claims(int), a), isinstance(Claims(bool), int))


class Loop:
    @property
    def __bases__(self):
        return self, self


class Fresh:
    def __getattr__(self, name):
        return Fresh(), Fresh()


def nested(depth, inner):
    for _ in range(depth):
        inner = (inner,)
    return inner


class NoTuple:
    __bases__ = 5


attempts = {
    'loop': lambda: issubclass(Loop(), a),
    'loop of an instance': lambda: isinstance(Claims(Loop()), a),
    'fresh': lambda: issubclass(Fresh(), a),
    'nested instance': lambda: isinstance('', nested(100_000, int)),
    'nested class': lambda: issubclass(str, nested(100_000, int)),
    'nested a little': lambda: isinstance('', nested(50, (int, str))),
    'no tuple': lambda: issubclass(NoTuple(), a),
    'no tuple on the right': lambda: issubclass(a, NoTuple()),
    'number': lambda: issubclass(5, a),
    'number on the right': lambda: isinstance(5, 5),
}
for title, attempt in attempts.items():
    try:
        print(title, attempt())
    except (RecursionError, TypeError) as error:
        print(title, type(error).__name__, '' if isinstance(error, RecursionError) else error)
