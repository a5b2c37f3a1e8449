# Special methods whose results are of no use: what is said, and where.
import traceback


def attempt(title, action):
    try:
        print(title, '->', action())
    except Exception as error:
        print(title, '->', f'{type(error).__name__}: {error}')


def returning(value, *names):
    return type('Odd', (), {name: lambda self, *args: value for name in names})()


attempt('bool', lambda: not returning(5, '__bool__'))
attempt('bool if', lambda: 1 if returning(None, '__bool__') else 2)
attempt('bool and', lambda: returning('', '__bool__') and 2)
attempt('bool()', lambda: bool(returning(1.0, '__bool__')))
for length in (-1, 'x', 2.0, 2**70, True, None):
    attempt(f'len {length}', lambda: len(returning(length, '__len__')))
    attempt(f'not len {length}', lambda: not returning(length, '__len__'))
attempt('repr', lambda: repr(returning(1, '__repr__')))
attempt('f repr', lambda: f'{returning(b"", "__repr__")!r}')
attempt('str', lambda: str(returning(1, '__str__')))
attempt('str by repr', lambda: str(returning(None, '__repr__')))
attempt('f', lambda: f'{returning([], "__str__")}')
attempt('f by repr', lambda: f'{returning([], "__repr__")}')
attempt('format', lambda: format(returning(3, '__format__'), 'x'))
attempt('f spec', lambda: f'{returning(3, "__format__"):>5}')
attempt('f no spec for object', lambda: f'{returning("s", "__str__"):>5}')
attempt('hash', lambda: hash(returning('s', '__hash__')))
attempt('iter', lambda: iter(returning(3, '__iter__')))
attempt('for', lambda: [x for x in returning(3, '__iter__')])
attempt('list', lambda: list(returning(3, '__iter__')))
attempt('init', lambda: type('C', (), {'__init__': lambda self: 1})())
attempt('contains', lambda: 3 in returning([], '__contains__'))
attempt('not contains', lambda: 3 not in returning([1], '__contains__'))
attempt('contains of bad truth', lambda: 3 in returning(returning(3, '__bool__'), '__contains__'))
attempt('comparison of bad truth', lambda: 1 if returning(returning(3, '__bool__'), '__eq__') == 1 else 2)
attempt('comparison, any result', lambda: returning([1], '__lt__') < 1)
attempt('comparison that has a length', lambda: 'yes' if returning(returning(0, '__len__'), '__lt__') < 1 else 'no')
attempt('!= by ==', lambda: (returning([], '__eq__') != 1, returning([0], '__eq__') != 1))
attempt('getattr', lambda: returning(7, '__getattr__').anything)
attempt('getattr called', lambda: returning(len, '__getattr__').anything('four'))
attempt('getattr not called', lambda: returning(7, '__getattr__').anything('four'))
attempt('index', lambda: [1, 2][returning('1', '__index__')])


class Generators:
    def __init__(self):
        yield 1


attempt('init generator', Generators)


class Generating:
    def __iter__(self):
        yield from 'abc'

    def __getitem__(self, key):
        yield key

    def __contains__(self, item):
        yield item

    def __add__(self, other):
        yield other

    def __bool__(self):
        yield True

    def __repr__(self):
        yield ''

    @property
    def value(self):
        yield 5

    def __getattr__(self, name):
        yield name


g = Generating()
print(list(g), list(g[1]), 2 in g, list(g + 2), list(g.value), list(g.missing), next(g.method()) if False else '-')
attempt('bool generator', lambda: not g)
attempt('repr generator', lambda: repr(g))


class Refusing:
    __iter__ = None
    __contains__ = None
    __hash__ = None
    __add__ = None
    __getitem__ = None
    __len__ = None

    def __init__(self, *args):
        pass


attempt('no iter', lambda: iter(Refusing()))
attempt('no contains', lambda: 1 in Refusing())
attempt('no hash', lambda: hash(Refusing()))
attempt('no add', lambda: Refusing() + 1)
attempt('no item', lambda: Refusing()[0])
attempt('no len', lambda: len(Refusing()))


# Other callables than functions.
class Callable:
    def __call__(self, *args):
        return f'called with {len(args)}'


class Through:
    __add__ = Callable()
    __getitem__ = staticmethod(lambda key: ('static', key))
    __eq__ = classmethod(lambda cls, other: (cls.__name__, other))
    __neg__ = Callable()
    __getattr__ = Callable()
    __str__ = Callable()
    __contains__ = Callable()


t = Through()
print(t + 1, t[2], t == 3, -t, t.x, str(t), 1 in t, f'{t}', t != 3)

try:
    returning(5, '__bool__') and 1
except TypeError:
    traceback.print_exc()
