"""inspect.signature of what is not a Python function: built-ins, their methods, classes, partials, enums, mocks."""
import enum
import functools
import inspect
import itertools
import math
import random
from unittest.mock import MagicMock

for function in (len, abs, print, sorted, divmod, isinstance, sum, pow, open, compile, math.gcd, math.floor, math.isclose, random.random):
    print(function.__name__, inspect.signature(function))
for method in (str.split, "a b".split, list.append, [].append, dict.get, {}.pop if False else dict.setdefault, int.to_bytes, int.from_bytes,
               bytes.fromhex, str.join, list.sort, [].sort, object.__reduce__, random.randint, random.Random.shuffle):  # fmt: skip
    print(method.__qualname__, inspect.signature(method))
for cls in (bool, float, complex, list, tuple, set, enumerate, zip, map, property, itertools.chain, itertools.count, itertools.islice,
            functools.partial, object, Exception, memoryview, random.Random, int, str, dict, range, type):  # fmt: skip
    try:
        print(cls.__name__, inspect.signature(cls))
    except ValueError as error:
        print(cls.__name__, "ValueError:", error)


class Colour(enum.Enum):
    RED = 1


class Meta(type):
    def __call__(cls, *args, flag=False):
        return super().__call__(*args)


class WithMeta(metaclass=Meta):
    def __init__(self, a, b):
        pass


class New:
    def __new__(cls, x, y=2):
        return super().__new__(cls)


class Both(New):
    def __init__(self, z):
        pass


class Plain:
    pass


class Described:
    __signature__ = inspect.Signature([inspect.Parameter("made_up", inspect.Parameter.KEYWORD_ONLY)])


class Callable_:
    def __call__(self, a, *, b=1) -> int:
        return a


for obj in (Colour, enum.Enum, WithMeta, New, Both, Plain, Described, Callable_(), MagicMock):
    print(getattr(obj, "__name__", "instance"), inspect.signature(obj))
print(inspect.signature(functools.partial(pow, 2)), inspect.signature(functools.partial(int.to_bytes, 1)))
print(inspect.signature(functools.partial(lambda a, b, c=3, *d, e, **f: 0, 1, c=5)))
print(len.__text_signature__, str.split.__text_signature__)
for wrong in (3, "text", None):
    try:
        inspect.signature(wrong)
    except TypeError as error:
        print(error)
print(inspect.signature(len).bind([1]).args, list(inspect.signature(sorted).parameters))
