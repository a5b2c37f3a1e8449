# Special methods in Python wherever an expression or statement may need one.
import asyncio
import contextlib


class Num:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'Num({self.n})'

    def __add__(self, other):
        return Num(self.n + getattr(other, 'n', other))

    __radd__ = __add__

    def __sub__(self, other):
        return Num(self.n - getattr(other, 'n', other))

    def __mul__(self, other):
        if isinstance(other, str):
            return NotImplemented
        return Num(self.n * getattr(other, 'n', other))

    def __imul__(self, other):
        self.n *= other
        return self

    def __lt__(self, other):
        print(f'[{self.n}<{getattr(other, "n", other)}]', end='')
        return Truth(self.n < getattr(other, 'n', other))

    def __le__(self, other):
        print(f'[{self.n}<={getattr(other, "n", other)}]', end='')
        return self.n <= getattr(other, 'n', other)

    def __eq__(self, other):
        return self.n == getattr(other, 'n', other)

    def __hash__(self):
        return hash(self.n)

    def __bool__(self):
        print('?', end='')
        return bool(self.n)

    def __getitem__(self, key):
        return Num(self.n * 10 + (key if isinstance(key, int) else len(range(100)[key])))

    def __contains__(self, item):
        return Truth(item in range(self.n))

    def __call__(self, *args, **kwargs):
        return Num(self.n + len(args) * 100 + len(kwargs) * 1000)

    def __neg__(self):
        return Num(-self.n)

    def __index__(self):
        return self.n

    def __iter__(self):
        for i in range(self.n):
            yield Num(i)

    def __format__(self, spec):
        return f'<{self.n:{spec}}>'

    def __divmod__(self, other):
        return Num(self.n // other), Num(self.n % other)

    def __pow__(self, other, modulus=None):
        return ('pow', self.n, other, modulus)

    def __rpow__(self, other):
        return ('rpow', other, self.n)

    def __matmul__(self, other):
        return ('matmul', other)

    def __round__(self, digits=None):
        return ('round', digits)

    def __abs__(self):
        return Num(abs(self.n))

    def __invert__(self):
        return 'inverted'


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print('!', end='')
        return self.value

    def __repr__(self):
        return f'Truth({self.value})'


class Box:
    pass


a, b, c = Num(1), Num(2), Num(3)
print(a + b * c - 1, 5 + a, sum([a, b, c]), -a + +1 if False else -a)
print(a < b < c, a < c < b, c < a < b, a <= b <= c, a <= b < c, not a < b)
print(1 if a < b else 2, a and b, Num(0) and b, Num(0) or b, a or b, not Num(0), not not a)
print(1 in c, 5 in c, 5 not in c, 1 in c and 2 in c, [x for x in range(5) if x in c])
box = Box()
box.value = Num(5)
box.value += 1
box.value *= 3
box.items = [Num(1), Num(2)]
box.items[0] += Num(7)
box.items[1] *= 4
box.items[-1] -= box.items[0]
print(box.value, box.items, a[3], a[1:4], a[::2], a(1, 2, x=3), a(*[1, 2, 3], **{'k': 1}))
print([10, 20, 30, 40][c], 'abcdef'[b], range(10)[a:c], bin(c), hex(Num(255)), list(range(c)), [0] * b, 'ab' * b)
print(f'{a} {b:03} {c!r} {c!s:>8} {a + b}', '{:4}|{!r}'.format(a, b), '%s %r %d' % (a, b, c), str(a), format(b, '+'))
print(divmod(Num(7), 2), a ** 2, pow(a, 2, 5), 2 ** a, a @ 'x', round(a), round(a, 2), abs(Num(-4)), ~a)
x, y, z = c
print(x, y, z, [*c, *b], {*b}, dict.fromkeys(b), max(c), min(c, key=lambda n: -n.n), sorted(c, key=lambda n: -n.n))
first, *rest = Num(4)
print(first, rest, list(zip(b, c)), list(map(lambda n: n + 1, c)), list(enumerate(b)), list(reversed(list(b))), any(c), all(b))
print({a: 'one', b: 'two'}[Num(1)], Num(2) in {a, b}, [a, b].index(Num(2)), [a, a, b].count(1), (a, b) == (Num(1), Num(2)), [a] != [b])

n = Num(3)
while n:
    n -= 1
print(n)
assert a
try:
    assert Num(0), Num(7)
except AssertionError as error:
    print(repr(error))

match c:
    case Num(n=2):
        print('two')
    case Num(n=3) as found if found < 4:
        print('found', found)


def returns_in_finally():
    try:
        return a + None
    except TypeError as error:
        print(type(error).__name__, end=' ')
        return Num(10) + 1
    finally:
        print('finally', a < b, end=' ')


print(returns_in_finally())


class Fails:
    def __add__(self, other):
        raise ValueError('add')

    def __bool__(self):
        raise ValueError('bool')

    def __getitem__(self, key):
        raise KeyError(key)

    def __contains__(self, item):
        raise ValueError('contains')

    def __lt__(self, other):
        raise ValueError('lt')

    def __format__(self, spec):
        raise ValueError('format')

    @property
    def prop(self):
        raise AttributeError('prop')

    def __setitem__(self, key, value):
        raise ValueError('setitem')


f = Fails()
for depth in range(2):
    for text in ('f + 1', 'not f', 'f[3]', '3 in f', 'f < 1', 'f"{f}"', 'f.prop', 'f.prop()', '1 if f else 2', 'f and 1', '[1, f + 1, 2]', '{1: f[1]}',
                 'print(1, f + 2)', '(lambda: f < 2)()', '[x for x in [1] if f]'):
        try:
            try:
                eval(text)
            finally:
                print('.', end='')
        except (ValueError, KeyError, AttributeError) as error:
            print(text, '->', type(error).__name__, error)


def in_generator():
    try:
        yield a + b
        yield f + 1
    except ValueError as error:
        yield str(error)
    for x in c:
        if x < 2:
            yield x


print(list(in_generator()))


class Manager(contextlib.ContextDecorator):
    def __enter__(self):
        return a + b

    def __exit__(self, kind, value, tb):
        return kind is ValueError and Truth(True)


with Manager() as value, Manager():
    print(value)
    f + 1
print('swallowed')


class Async:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return a + self.n

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n -= 1
        if Num(self.n):
            return await Async(self.n)
        raise StopAsyncIteration

    async def __aenter__(self):
        return await self + 1

    async def __aexit__(self, *exc):
        return Truth(exc[0] is ValueError)


async def main():
    print(await Async(5), [x async for x in Async(4)], [x + await Async(1) for x in b])
    async with Async(2) as value:
        print(value)
        f + 1
    results = await asyncio.gather(*(asyncio.ensure_future(wrap(n)) for n in c))
    print(results)


async def wrap(n):
    return n + await Async(n.n)


asyncio.run(main())
