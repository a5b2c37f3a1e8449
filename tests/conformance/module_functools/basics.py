# functools: partial, reduce, wraps, cmp_to_key, singledispatch, total_ordering.
import functools
from functools import partial, reduce, singledispatch, total_ordering


def f(a, b, c=0, **kw):
    return a, b, c, kw


p = partial(f, 1, c=9)
print(p(2), p(2, c=3), p(2, d=4), p.func is f, p.args, p.keywords, partial(p, 5)(), partial(int, base=2)("101"))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "start"), reduce(max, [3, 9, 2]), reduce(lambda a, b: f"({a}+{b})", "abcd"))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), sorted(["b", "A"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))


@total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(V(1) <= V(2), V(1) > V(2), V(2) >= V(2), max(V(1), V(5), V(3)).n)


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


@show.register(str)
@show.register(bytes)
def _(x):
    return "textual"


print(show(5), show([1]), show("a"), show(b"b"), show(1.5), show(True), show.dispatch(bool)(1))


class C:
    @functools.singledispatchmethod
    def go(self, x):
        return "any"

    @go.register
    def _(self, x: str):
        return "str"

    def base(self, a, b):
        return a, b

    half = functools.partialmethod(base, 1)

    @functools.cached_property
    def heavy(self):
        print("computing")
        return 42


c = C()
print(c.go(1), c.go("x"), c.half(2), c.heavy, c.heavy)
del c.heavy
print(c.heavy, c.__dict__)
for work in (lambda: reduce(max, []), lambda: partial(), lambda: partial(5), lambda: p()):
    try:
        print(work())
    except TypeError as error:
        print(error)


@functools.wraps(f)
def wrapper():
    pass


print(wrapper.__name__, wrapper.__wrapped__ is f, functools.WRAPPER_ASSIGNMENTS)
