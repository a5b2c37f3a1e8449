"""slots=True, weakref_slot, frozen, inheritance among them, copies and pickles."""
import copy
import dataclasses
import pickle
import weakref
from dataclasses import dataclass, field


@dataclass(slots=True)
class Point:
    x: int
    y: int = 0


@dataclass(slots=True, weakref_slot=True)
class Tracked(Point):
    name: str = "n"


@dataclass(frozen=True, slots=True)
class Fixed:
    a: int
    b: list = field(default_factory=list, compare=False)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


print(Point.__slots__, Tracked.__slots__, Fixed.__slots__)
p = Point(1)
for attempt in (lambda: setattr(p, "z", 1), lambda: p.__dict__, lambda: weakref.ref(p)):
    try:
        attempt()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
t = Tracked(1, 2)
print(weakref.ref(t)() is t, t)
f = Fixed(1, [2])
for attempt in (lambda: setattr(f, "a", 2), lambda: delattr(f, "a")):
    try:
        attempt()
    except dataclasses.FrozenInstanceError as error:
        print(type(error).__mro__[1].__name__, error)
print(copy.copy(f), copy.deepcopy(f), pickle.loads(pickle.dumps(f)), hash(Fixed(1)) == hash(Fixed(1, [9])))
print(dataclasses.replace(f, a=5), copy.replace(Version(1, 2), minor=3))
print(sorted([Version(1, 2), Version(0, 9, "z"), Version(1, 0)]), Version(1) < Version(1, 1), Version(1, note="a") == Version(1))
try:
    Version(1) < (1, 0)
except TypeError as error:
    print(error)
try:

    @dataclass
    class Loose(Version):
        pass
except TypeError as error:
    print(error)
try:

    @dataclass(slots=True)
    class Twice:
        __slots__ = ("a",)
        a: int
except TypeError as error:
    print(error)
try:

    @dataclass(weakref_slot=True)
    class NoSlots:
        a: int
except TypeError as error:
    print(error)
