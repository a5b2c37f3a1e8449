"""functools in detail: CacheInfo is a named tuple, partial objects in classes and out of pickles, dispatch and its errors."""
import collections.abc
import copy
import functools
import pickle
import typing


@functools.lru_cache
def square(x):
    return x * x


square(2), square(2), square(3)
info = square.cache_info()
print(info, info._fields, info._asdict(), info._replace(hits=9), type(info).__mro__)
print(type(info)(1, 2, maxsize=3, currsize=4), info == (1, 2, 128, 2))


def show(*args, **keywords):
    return args, keywords


class Holder:
    @functools.cached_property
    def value(self):
        "What it holds."
        return 1

    call = functools.partial(show, "partial")


class Partial(functools.partial):
    pass


print(Holder.value.__doc__, Holder().value, Holder().call(1), Holder.call(2))
p = Partial(show, 1, a=2)
print(Partial(p, 3).args, functools.partial(p, 4).func is show, repr(p).replace(hex(id(show)), "ID"))
q = functools.partial(show, [1], k=[2])
q.note = "kept"
for made in (copy.copy(q), copy.deepcopy(q), pickle.loads(pickle.dumps(q))):
    print(made.args, made.keywords, made.note, made.args[0] is q.args[0])
q.__setstate__((show, (5,), {"z": 1}, None))
print(q.args, q.keywords, q.__dict__)
for state in [(), (1, (), {}, {}), (show, [], {}, {}), (show, (), 3, {}), 5]:
    try:
        q.__setstate__(state)
    except TypeError as e:
        print(e)


class Meta(type):
    @functools.cached_property
    def cached(cls):
        return 1


class Made(metaclass=Meta):
    pass


class Bare:
    __slots__ = ()


def decorated():
    "Something."


for attempt in (
    lambda: Made.cached,
    lambda: functools.update_wrapper(Bare, decorated, (), ("missing",)),
    lambda: functools.partial(),
    lambda: functools.partial(3),
):
    try:
        attempt()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


@functools.singledispatch
def kind(x):
    return "object"


for registration in ("text", list[int], typing.Union[int, list[str]]):
    try:
        if registration == "text":
            kind.register("text")
        else:

            @kind.register
            def _(x: registration):
                pass

    except TypeError as e:
        print(e)
try:
    kind.register(42, print)
except TypeError as e:
    print(e)
kind.register(collections.abc.Sized, lambda x: "sized")
kind.register(collections.abc.Set, lambda x: "set")
kind.register(collections.abc.MutableMapping, lambda x: "mapping")
print(kind([]), kind(set()), kind({}), kind(frozenset()), kind(3), kind(collections.ChainMap()))


class Late:
    pass


print(kind(Late()))
collections.abc.Sized.register(Late)
print(kind(Late()))


class P:
    pass


class Both(collections.abc.Iterable, collections.abc.Container):
    def __iter__(self):
        return iter(())

    def __contains__(self, x):
        return False


@functools.singledispatch
def torn(x):
    return "object"


torn.register(collections.abc.Iterable, lambda x: "iterable")
torn.register(collections.abc.Container, lambda x: "container")
print(torn(Both()), torn(P()))
collections.abc.Iterable.register(P)
collections.abc.Container.register(P)
try:
    torn(P())
except RuntimeError as e:
    print(str(e).startswith("Ambiguous dispatch: "), "Container" in str(e), "Iterable" in str(e))


@functools.total_ordering
class Ordered:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x

    def __gt__(self, other):
        return self.x > other.x


for name in ("__lt__", "__le__", "__ge__"):
    method = getattr(Ordered, name)
    print(method.__name__, method.__qualname__, method.__doc__)
