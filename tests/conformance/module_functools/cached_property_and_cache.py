# cached_property, cache on methods, lru_cache with typed, and the limits of each.
from functools import cache, cached_property, lru_cache


class Data:
    def __init__(self, numbers):
        self.numbers = numbers

    @cached_property
    def mean(self):
        "The mean, once."
        print("computing")
        return sum(self.numbers) / len(self.numbers)


d = Data([1, 2, 6])
print("mean" in vars(d), d.mean, d.mean, "mean" in vars(d), Data.mean.__doc__)
d.numbers.append(11)
print(d.mean)
del d.mean
print(d.mean)
d.mean = 0
print(d.mean, vars(d))


class Slotted:
    __slots__ = ()

    @cached_property
    def x(self):
        return 1


try:
    Slotted().x
except TypeError as error:
    print(error)


@lru_cache(maxsize=2, typed=True)
def f(x, y=0):
    return type(x).__name__


print(f(1), f(1.0), f(1), f(True), f(1, y=0), f.cache_info(), f.cache_parameters())
f.cache_clear()
print(f.cache_info(), f.__wrapped__(2))
try:
    f([])
except TypeError as error:
    print(error)


@cache
def paths(rows, columns):
    return 1 if rows == 1 or columns == 1 else paths(rows - 1, columns) + paths(rows, columns - 1)


print(paths(16, 16), paths.cache_info().currsize)


@lru_cache
def fails(x):
    print("called", x)
    raise ValueError(x)


for _ in range(2):
    try:
        fails(1)
    except ValueError:
        print(fails.cache_info())
