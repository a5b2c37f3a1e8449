# Recursion through built-in functions that call back: several hundred levels, then RecursionError, and the program goes on.
import functools


class Hashed:
    def __init__(self, depth):
        self.depth = depth

    def __hash__(self):
        return len({Hashed(self.depth - 1): 1}) if self.depth else 1

    def __eq__(self, other):
        return [Hashed(self.depth - 1)] == [other] if self.depth else True

    def __lt__(self, other):
        return min(Hashed(0), Hashed(self.depth - 1)) is None if self.depth else False

    def __repr__(self):
        return repr([Hashed(self.depth - 1)]) if self.depth else 'x'

    @functools.cached_property
    def cached(self):
        return Hashed(self.depth - 1).cached + 1 if self.depth else 0


def by_sort(depth):
    return sorted([1], key=lambda x: by_sort(depth - 1))[0] + depth if depth else 0


def by_map(depth):
    return 1 + sum(map(by_map, [depth - 1])) if depth else 0


def by_filter(depth):
    return len(list(filter(by_filter, [depth - 1]))) if depth else 1


def by_reduce(depth):
    return functools.reduce(lambda a, b: a + by_reduce(depth - 1), [1, 2]) if depth else 1


def by_max(depth):
    return max([0], key=lambda x: by_max(depth - 1)) if depth else 0


def by_class(depth):
    class Local:
        value = by_class(depth - 1) + 1 if depth else 0

    return Local.value


def by_eval(depth):
    return eval('by_eval(depth - 1) + 1', globals(), {'depth': depth}) if depth else 0


def by_next(depth):
    return next(iter(lambda: by_next(depth - 1) + 1, None)) if depth else 0


def by_generator(depth):
    a, = (by_generator(depth - 1) + 1 for _ in range(1)) if depth else (0,)
    return a


functions = {
    'hash': lambda n: hash(Hashed(n)),
    'eq': lambda n: Hashed(n) == Hashed(0),
    'lt': lambda n: min(Hashed(0), Hashed(n)).depth,
    'repr': lambda n: len(repr(Hashed(n))),
    'cached': lambda n: Hashed(n).cached,
    'sort': by_sort, 'map': by_map, 'filter': by_filter, 'reduce': by_reduce, 'max': by_max, 'class': by_class, 'eval': by_eval,
    'next': by_next, 'generator': by_generator,
}
for name, function in functions.items():
    print(name, function(150))
for name, function in functions.items():
    try:
        function(100_000)
        print(name, 'did not end')
    except RecursionError as error:
        print(name, type(error).__name__)
print(by_sort(10), by_class(10))


# A handler at the deepest place may call on.
def handles(depth):
    try:
        return sorted([1], key=lambda x: handles(depth + 1))[0]
    except RecursionError:
        return str(sorted([3, 1, 2], key=lambda x: -x)) and 0


print(handles(0) in (0, 1))


def closing():
    try:
        yield from map(lambda x: next(closing()), [1])
    finally:
        pass


try:
    next(closing())
except RecursionError:
    print('closed')
