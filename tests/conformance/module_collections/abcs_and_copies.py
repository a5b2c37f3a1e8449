"""Which built-in types are of which abstract class; copies of user classes; dataclasses shown by pprint."""
import collections
import collections.abc as abc
import copy
import dataclasses
import pprint

samples = {
    "deque": collections.deque(), "list": [], "tuple": (), "range": range(1), "str": "", "bytes": b"", "bytearray": bytearray(), "memoryview": memoryview(b""),
    "dict": {}, "Counter": collections.Counter(), "OrderedDict": collections.OrderedDict(), "set": set(), "frozenset": frozenset(),
    "keys": {}.keys(), "items": {}.items(), "values": {}.values(), "generator": (i for i in ()), "iterator": iter([]), "function": len, "int": 1,
}  # fmt: skip
for name, value in samples.items():
    kinds = "Hashable Callable Iterable Iterator Reversible Sized Container Collection Sequence MutableSequence Set MutableSet Mapping MutableMapping Generator Buffer KeysView"
    print(name, [kind for kind in kinds.split() if isinstance(value, getattr(abc, kind))])


class Named(collections.UserList):
    label = "none"


class Settings(collections.UserDict):
    pass


n = Named([1, 2])
n.label = "mine"
m = copy.copy(n)
m.append(3)
print(n, m, m.label, n.copy().label, type(n[:1]).__name__, n + [9], [0] + n, n * 2, 1 in n, n == [1, 2])
s = Settings(a=1)
s.note = "kept"
print(copy.copy(s).note, s | {"b": 2}, {"a": 0} | s, "a" in s, collections.ChainMap({"x": 1}, s)["a"])
print(collections.UserString("abc").upper() + "d", type(collections.UserString("x") * 2).__name__)


@dataclasses.dataclass
class Address:
    street: str
    city: str
    lines: list


@dataclasses.dataclass
class Person:
    name: str
    home: Address
    work: Address | None = None


home = Address("1 Long and Winding Road", "Liverpool", ["first line of it", "second line of it", "third"])
pprint.pprint(Person("Eleanor Rigby", home))
pprint.pprint([home, home], width=50)
print(Person("short", None))
