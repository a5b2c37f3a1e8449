"""Every option of dataclass() and field(), and what goes wrong."""
import dataclasses
from dataclasses import MISSING, dataclass, field, fields, make_dataclass
from typing import Any


@dataclass(init=False, repr=False, eq=False)
class Bare:
    x: int = 1


b = Bare()
print(b.x, Bare() == Bare(), "object at" in repr(b), Bare.__doc__)


@dataclass(kw_only=True, unsafe_hash=True, match_args=False)
class Options:
    a: int
    b: str = field(default="b", repr=False, hash=False)
    c: list = field(default_factory=lambda: [1], compare=False, metadata={"unit": "cm"})
    d: int = field(init=False, default=7)
    e: float = field(default=0.5, kw_only=False)


o = Options(a=1)
print(o, hash(o) == hash(Options(a=1, b="other")), hasattr(Options, "__match_args__"))
print(Options.__doc__)
for f in fields(o):
    print(f.name, f.type.__name__, f.default is MISSING, f.default_factory is MISSING, f.init, f.repr, f.hash, f.compare, f.kw_only, dict(f.metadata))
print(repr(fields(Options)[3]))
print(Options(a=1, c=[2]).c is not Options(a=1).c, dataclasses.is_dataclass(Options), dataclasses.is_dataclass(o), dataclasses.is_dataclass(int))
for attempt in (lambda: Options(1), lambda: Options(), lambda: Options(a=1, d=2), lambda: Options(a=1, zzz=2)):
    try:
        attempt()
    except TypeError as error:
        print(error)

Made = make_dataclass("Made", ["x", ("y", int), ("z", int, field(default=3))], namespace={"total": lambda self: self.y + self.z}, frozen=True)
print(Made("q", 2), Made("q", 2).total(), Made.__annotations__, Made.__module__)
for names in (["1x"], ["x", "x"], ["for"], [("a", int, 1, 2)]):
    try:
        make_dataclass("Wrong", names)
    except TypeError as error:
        print(error)
nested = make_dataclass("Outer", [("inner", Any), ("many", list), ("by", dict)])(Made(1, 2), [Made(3, 4), (Made(5, 6),)], {"k": Made(7, 8)})
print(dataclasses.asdict(nested))
print(dataclasses.astuple(nested))
print(dataclasses.asdict(Made(1, 2), dict_factory=lambda pairs: [name for name, _ in pairs]))

wrong = {
    "mutable default": "x: list = []",
    "no default after default": "x: int = 1\n    y: int",
    "both": "x: int = field(default=1, default_factory=int)",
    "no annotation": "x = field()",
    "twice kw": "_: KW_ONLY\n    x: int\n    __: KW_ONLY",
}
for name, body in wrong.items():
    try:
        exec(f"from dataclasses import *\n@dataclass\nclass Wrong:\n    {body}")
    except (TypeError, ValueError) as error:
        print(name, "|", type(error).__name__, "|", error)
try:
    dataclasses.replace(Options(a=1), d=3)
except (TypeError, ValueError) as error:
    print(error)
for wrong in (3, int, "text"):
    for function in (dataclasses.asdict, fields):
        try:
            function(wrong)
        except TypeError as error:
            print(error)
