# Tracebacks through functions that natives call, and through what special methods call: a line for each Python frame.
import collections
import functools
import itertools
import operator
import traceback


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == other.m

    def __lt__(self, other):
        return self.n < other.m

    def __index__(self):
        return self.m

    def __iter__(self):
        yield self.n
        yield self.m

    def __len__(self):
        return self.m


def key(x):
    return x.missing


def generator():
    yield 1
    yield [][1]


class Ordered:
    def __init__(self):
        self.items = [3, 2]

    def __getitem__(self, i):
        return self.items[i] / (1 - i)


class Base:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)


class Named:
    def __set_name__(self, owner, name):
        raise LookupError(name)


def make_class():
    class Broken(Base, extra=1):
        pass


def make_named():
    class Broken:
        field = Named()


def make_body():
    class Broken:
        x = 1 // 0


def decorate(f):
    @functools.wraps(f)
    def wrapper(*args):
        return f(*args)

    return wrapper


@decorate
@decorate
def decorated(x):
    return x.y


@functools.lru_cache
def cached(x):
    return x + ''


@functools.singledispatch
def dispatched(x):
    raise TypeError('no way for this')


@dispatched.register
def _(x: int):
    return dispatched(str(x))


k = Key(1)
one, two = Key(1), Key(1)
actions = [
    lambda: {one: 1, two: 2},
    lambda: {one: 1}[two],
    lambda: {one}.add(two) or {one, two},
    lambda: [one].index(two),
    lambda: one in [two],
    lambda: sorted([one, two]),
    lambda: min(one, two),
    lambda: [1, 2][k],
    lambda: range(k),
    lambda: list(k),
    lambda: tuple(k),
    lambda: sum(k),
    lambda: [*k],
    lambda: print(*k),
    lambda: dict(k),
    lambda: (lambda a, b: 0)(*k),
    lambda: sorted([1], key=key),
    lambda: list(map(key, [1])),
    lambda: list(filter(key, [1])),
    lambda: max([1], key=key),
    lambda: functools.reduce(lambda a, b: a.x, [1, 2]),
    lambda: functools.partial(key)(5),
    lambda: list(itertools.takewhile(key, [1])),
    lambda: list(itertools.starmap(key, [(1,)])),
    lambda: list(generator()),
    lambda: [x for x in generator()],
    lambda: sum(x for x in generator()),
    lambda: list(zip(generator(), generator())),
    lambda: dict.fromkeys(generator()),
    lambda: ''.join(str(x) for x in generator()),
    lambda: collections.deque(generator()),
    lambda: list(Ordered()),
    lambda: 5 in Ordered(),
    lambda: operator.attrgetter('a.b')(k),
    lambda: collections.defaultdict(lambda: k.z)[1],
    lambda: not k,
    lambda: f'{k:x}',
    lambda: '%d' % k,
    lambda: '{0.a}'.format(k),
    lambda: getattr(k, 'q'),
    lambda: decorated(3),
    lambda: cached(3),
    lambda: dispatched(3),
    make_class,
    make_named,
    make_body,
    lambda: eval('k.w + 1'),
    lambda: exec('def f():\n    return k.v\nf()', {'k': k}),
]
for action in actions:
    try:
        action()
    except Exception as error:
        while error:
            for frame in traceback.extract_tb(error.__traceback__):
                if 'lib/python' not in frame.filename:
                    print(f'{frame.name}:{frame.lineno}', end=' ')
            print('|', type(error).__name__, error)
            for note in getattr(error, '__notes__', ()):
                print('   ', note)
            error = error.__cause__
    else:
        print('no error')
