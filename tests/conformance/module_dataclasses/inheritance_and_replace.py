# Fields are inherited in order; replace, asdict, astuple; slots.
import copy
from dataclasses import asdict, astuple, dataclass, field, is_dataclass, make_dataclass, replace


@dataclass
class Base:
    name: str
    size: int = 1


@dataclass
class Child(Base):
    extra: list = field(default_factory=list)
    size: int = 5


@dataclass
class Tree:
    value: int
    children: list["Tree"] = field(default_factory=list)


@dataclass(slots=True)
class Slim:
    x: int
    y: int = 2


c = Child("c")
print(c, Child.__match_args__, Base("b") == Child("b", 1), replace(c, name="d", extra=[1]))
tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(asdict(tree))
print(astuple(tree))
print(asdict(c, dict_factory=lambda pairs: [k for k, _ in pairs]))
s = Slim(1)
print(s, Slim.__slots__, hasattr(s, "__dict__"), copy.copy(s) == s, replace(s, y=9))
try:
    s.z = 1
except AttributeError as error:
    print(error)
Made = make_dataclass("Made", ["a", ("b", int), ("c", int, field(default=3))], namespace={"sum": lambda self: self.b + self.c})
m = Made(1, 2)
print(m, m.sum(), is_dataclass(Made), is_dataclass(m), is_dataclass(3))
try:
    asdict(Made)
except TypeError as error:
    print(error)
try:
    replace(c, colour=1)
except TypeError as error:
    print(error)
