# sys.getrefcount, and what holds a reference.
import sys


class C:
    pass


def count(x):
    return sys.getrefcount(x) - 2  # the argument of count and of getrefcount


o = C()
base = sys.getrefcount(o)
print(base)
again = o
print(sys.getrefcount(o) - base)
held = [o, o, {'k': o}, (o,)]
print(sys.getrefcount(o) - base)
del held[0]
print(sys.getrefcount(o) - base)
held.clear()
print(sys.getrefcount(o) - base)


def f(a, *rest, **named):
    return sys.getrefcount(a) - base


print(f(o) >= 1, sys.getrefcount(o) - base)
closure = (lambda x: lambda: x)(o)
print(sys.getrefcount(o) - base)
del closure
print(sys.getrefcount(o) - base)
generator = (x for x in [o])
next(generator)
print(sys.getrefcount(o) - base > 1)
del generator
bound = o.__repr__
print(sys.getrefcount(o) - base)
del bound
try:
    raise ValueError(o)
except ValueError as error:
    print(sys.getrefcount(o) - base)
print(sys.getrefcount(o) - base)
C.self = o
print(sys.getrefcount(o) - base)
del C.self
print(sys.getrefcount(o) - base, sys.getrefcount(None) > 1000, sys.getrefcount(1) > 1000)
