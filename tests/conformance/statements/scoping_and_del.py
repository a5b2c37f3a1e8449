# del, names at run time, conditional definitions, rebinding builtins, imports inside functions.
x = [1, 2, 3]
y = x
del x
print(y)
try:
    x
except NameError as error:
    print(error)
if len(y) > 2:

    def f():
        return "long"

else:

    def f():
        return "short"


print(f())
print(abs(-1), (abs := lambda n: "shadowed")(-1), abs(-5))
del abs
print(abs(-5))


def imports():
    import math as m
    from itertools import chain, count as c

    return m.floor(2.5), list(chain("a", "b")), next(c(5))


print(imports())
try:
    m
except NameError as error:
    print(error)
import math, random as r
from collections import deque as D, Counter
from math import (
    pi,
    sqrt as root,
)

print(math.pi == pi, root(16), D([1]), Counter("a"), r.__name__, math.__name__)
for statement in ("import nothing_like_this", "import math.nope", "from nothing import x"):
    try:
        exec(statement)
    except ImportError as error:
        print(type(error).__name__, error, error.name)
a = b = 0
a, b = b + 1, a + 2
print(a, b)
i = 5
print([i for i in range(2)], i, {i: i for i in range(2)}, i, sum(i for i in range(4)), i)
for i in "loop variables stay":
    pass
print(i)


def gen():
    global made
    made = "by a generator"
    yield


next(gen())
print(made)
class_level = [lambda: class_level, 1]
print(class_level[0]()[1], __name__, type(__builtins__).__name__ in ("module", "dict"))
