# order=True, frozen=True, eq=False: which methods appear and what they do.
from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


@dataclass(frozen=True)
class Point:
    x: int
    y: int


@dataclass(eq=False)
class Identity:
    x: int


versions = [Version(2, 1), Version(1, 9, "old"), Version(2), Version(1, 9, "new")]
print(sorted(versions))
print(Version(1, 0) < Version(1, 1), Version(1, label="a") == Version(1, label="b"), max(versions))
try:
    Version(1) < (1, 0)
except TypeError as error:
    print(error)
p = Point(1, 2)
for action in (lambda: setattr(p, "x", 3), lambda: delattr(p, "y"), lambda: setattr(p, "z", 1)):
    try:
        action()
    except FrozenInstanceError as error:
        print(type(error).__name__, error)
print(hash(p) == hash(Point(1, 2)), {p: "here"}[Point(1, 2)], p == (1, 2))
print(Identity(1) == Identity(1), Version.__hash__, Identity.__hash__ is object.__hash__)
try:
    hash(Version(1))
except TypeError as error:
    print(error)
try:
    @dataclass(order=True, eq=False)
    class Wrong:
        x: int
except ValueError as error:
    print(error)
