# Iterators of every make under every consumer: for, comprehensions, star, unpacking, yield from, in, min, zip...
import itertools


class BySequence:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 10


class ByIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if not self.n:
            raise StopIteration('the end')
        self.n -= 1
        return self.n * 10


class ByGenerator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            yield i * 10


class ByOther:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter([i * 10 for i in range(self.n)])


class CallableNext:
    class Next:
        def __init__(self):
            self.left = 3

        def __call__(self):
            if not self.left:
                raise StopIteration
            self.left -= 1
            return self.left * 10

    def __init__(self, n):
        type(self).__next__ = self.Next()

    def __iter__(self):
        return self


def stop_value(n):
    yield from range(0, n * 10, 10)
    return 'value'


def consumers(make):
    def run(name, action):
        try:
            print(' ', name, action())
        except Exception as error:
            print(' ', name, type(error).__name__, error)

    def loop():
        out = []
        for x in make(3):
            out.append(x)
            if x == 20 and len(out) > 1:
                break
        else:
            out.append('else')
        return out

    def delegate():
        def inner():
            result = yield from make(3)
            yield 'result', result
        return list(inner())

    def unpack():
        a, b, c = make(3)
        first, *rest = make(3)
        return a, b, c, first, rest

    def too_few():
        a, b, c, d = make(3)

    def too_many():
        a, b = make(3)

    run('loop', loop)
    run('list', lambda: list(make(3)))
    run('comprehensions', lambda: ([x for x in make(3)], {x: x for x in make(2)}, sorted({x for x in make(3)}), list(x for x in make(3))))
    run('stars', lambda: ([*make(3), *make(1)], (*make(2),), {*make(1)}, max(*make(3))))
    run('delegate', delegate)
    run('unpack', unpack)
    run('too few', too_few)
    run('too many', too_many)
    run('in', lambda: (20 in make(3), 21 in make(3)))
    run('numbers', lambda: (sum(make(3)), min(make(3)), max(make(3)), any(make(1)), all(make(3))))
    run('zip', lambda: list(zip(make(3), make(2), strict=False)))
    run('strict', lambda: list(zip(make(3), make(2), strict=True)))
    run('map', lambda: list(map(lambda x, y: x + y, make(3), make(3))))
    run('itertools', lambda: (list(itertools.islice(make(3), 1, None)), list(itertools.chain(make(1), make(2))), list(itertools.pairwise(make(3)))))
    run('next', lambda: (next(iter(make(1))), next(iter(make(0)), 'default'), next(itertools.islice(make(3), 2, 3))))
    run('dict', lambda: dict(zip('abc', make(3))))
    run('slices', lambda: assign_slices(make))
    run('text', lambda: ' '.join(map(str, make(3))))
    run('extend', lambda: extend(make))
    run('bytes', lambda: bytes(make(3)))
    run('nested', lambda: [[x + y for y in make(2)] for x in make(2)])


def assign_slices(make):
    out = [1, 2, 3, 4]
    out[1:3] = make(3)
    return out


def extend(make):
    out = [0]
    out += make(2)
    out.extend(make(1))
    return out


for make in BySequence, ByIterator, ByGenerator, ByOther, CallableNext, stop_value:
    print(make.__name__)
    consumers(make)


class Changes:
    """Its __next__ changes while it is being iterated."""

    def __iter__(self):
        return self

    def __next__(self):
        Changes.__next__ = lambda self: (_ for _ in ()).throw(StopIteration)
        return 'once'


try:
    print(list(Changes()))
except RuntimeError as error:
    print(error)
numbers = [1, 2, 3]
for n in numbers:
    if n < 3:
        numbers.append(n + 10)
print(numbers)
table = {1: 1}
try:
    for k in table:
        table[k + 1] = 1
except RuntimeError as error:
    print(error)
seen = set([1])
try:
    for k in seen:
        seen.add(k + 1)
except RuntimeError as error:
    print(error)
it = iter([1, 2, 3])
print(list(zip(it, it)), list(it))
it = iter(range(5))
for x in it:
    print(x, next(it, None), end=' ')
print()
for text in ('for x in 5: pass', 'a, b = 5', '[*5]', 'list(5)', 'x = iter(5)', '1 in 5', 'next(5)', 'for a, b in [1]: pass', 'for a, b in [(1, 2, 3)]: pass',
             'yield_from(5)', 'dict([1])', 'dict([(1, 2, 3)])', 'sum(5)', 'max(5)', 'zip(5)', 'set(5)', 'print(*5)', 'print(**5)', 'a, *b = 5'):
    try:
        exec(text, {'yield_from': lambda x: list((lambda: (yield from x))())})
    except TypeError as error:
        print(text, '->', error)
    except ValueError as error:
        print(text, '-> ValueError', error)
