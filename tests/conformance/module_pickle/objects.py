"""pickle: what comes back is equal, and of the same class."""
import collections
import copy
import dataclasses
import datetime
import decimal
import enum
import fractions
import pathlib
import pickle
import types
import uuid


class Colour(enum.Enum):
    RED = 1
    BLUE = "b"


class Level(enum.IntFlag):
    LOW = 1
    HIGH = 2


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    name: str


class Plain:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Plain({self.value!r})"


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


Pair = collections.namedtuple("Pair", "left right")

values = [
    None, True, 0, -1, 255, 256, 65536, 2**31, -(2**63), 2**200, 3.25, float("inf"), 1 + 2j, "text", "안녕", b"raw", bytearray(b"ba"),
    [1, [2, 3]], (), (1,), (1, 2, 3, 4), {"k": {"n": 1}}, {7}, frozenset({8}), range(2, 9, 3), slice(1, None, 2), ...,
    NotImplemented, Colour.RED, Level.LOW | Level.HIGH, Point(1, 2, ["t"]), Frozen("f"), Plain([1]), Pair(1, "r"),
    collections.OrderedDict(a=1, b=2), collections.Counter("hello"), collections.deque([1, 2], maxlen=5),
    collections.defaultdict(list, {"x": [1]}), datetime.datetime(2024, 2, 29, 12, 30), datetime.timedelta(days=1, seconds=3),
    datetime.timezone.utc, decimal.Decimal("1.10"), fractions.Fraction(1, 3), pathlib.PurePosixPath("/a/b"), uuid.UUID(int=7),
    types.SimpleNamespace(a=1), len, str.upper, Plain, Colour, int, type(None), ValueError("bad", 2), KeyError("k"),
]  # fmt: skip
for value in values:
    shown = set()
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(value, protocol))
        shown.add((type(back) is type(value), repr(back)))
    print(len(shown), *max(shown))

slotted = Slotted(5)
back = pickle.loads(pickle.dumps(slotted))
print(back.a, hasattr(back, "b"), pickle.loads(pickle.dumps(Colour.BLUE)) is Colour.BLUE)
shared = [1]
one, two = pickle.loads(pickle.dumps((shared, shared)))
print(one is two)
loop = []
loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[0] is back)
print(copy.deepcopy(values[30]), copy.copy(values[31]))
