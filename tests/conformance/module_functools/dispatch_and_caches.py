"""singledispatch by classes, unions and annotations, methods too; caches that are asked while they compare."""
import functools
import pickle
import typing
from collections.abc import Iterable, Mapping


@functools.singledispatch
def show(value):
    return f"something: {value}"


@show.register
def _(value: int | float):
    return f"number {value}"


@show.register
def _(value: typing.Union[str, bytes]):
    return f"text {value!r}"


@show.register(list)
@show.register(tuple)
def _(value):
    return f"{len(value)} items"


@show.register
def _(value: Mapping):
    return f"mapping of {sorted(value)}"


@show.register(type(None))
def _(value):
    return "nothing"


@show.register
def _(value: "Iterable"):
    return "iterable"


for value in (1, 2.5, True, "s", b"b", [1], (), {"k": 1}, None, {1}, range(3), object):
    print(show(value))
print(show.dispatch(bool) is show.registry[int], show.registry[object].__name__, show.__name__)
for wrong in (lambda: show(), lambda: show.register(3), lambda: show.register(lambda x: x)):
    try:
        wrong()
    except TypeError as error:
        print(str(error).split(" <")[0])


class Formatter:
    @functools.singledispatchmethod
    def format(self, value):
        return "?"

    @format.register
    def _(self, value: int):
        return f"int {value}"

    @format.register
    @classmethod
    def _(cls, value: str):
        return f"{cls.__name__} {value}"

    @format.register
    @staticmethod
    def _(value: list):
        return f"static {value}"


f = Formatter()
print(f.format(1), f.format("s"), f.format([2]), f.format(None), Formatter.format("c"))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        if self.n == 2:
            remember(Key(1))
        return self.n == other.n


@functools.lru_cache(maxsize=3)
def remember(key):
    return key.n


print(remember(Key(1)), remember(Key(2)), remember(Key(2)), remember.cache_info().currsize)


@functools.lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n


for n in (1, 2, 1, 3, 1, 2):
    square(n)
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info())


@functools.total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Size(1) <= Size(2), Size(1) >= Size(2), Size(2) > Size(1), Size.__ge__.__name__, Size.__ge__.__module__)
print(pickle.loads(pickle.dumps(Size(5))).n, functools.singledispatch.__module__, functools.partialmethod.__module__)
