"""match: literals, captures, classes, mappings, sequences, guards, alternatives, values, and what they refuse."""
import enum
from collections import OrderedDict, UserDict, deque, namedtuple
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


class Color(enum.Enum):
    RED = 1
    BLUE = 2


Pair = namedtuple("Pair", "left right")


class Positional:
    __match_args__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b


def describe(value):
    match value:
        case None | True | False:
            return f"singleton {value}"
        case 0:
            return "zero"
        case -1 | 1.5 | 2 + 3j:
            return "special number"
        case int(n) if n > 1000:
            return f"big {n}"
        case int() | float() as number:
            return f"number {number}"
        case "":
            return "empty text"
        case "a" "b":
            return "joined"
        case str(text) if text.isupper():
            return f"upper {text}"
        case str():
            return "text"
        case b"bytes":
            return "bytes"
        case Color.RED:
            return "red"
        case Color(name=name):
            return f"color {name}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"on an axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "point"
        case Positional(a, b=[*_, last]):
            return f"positional {a}, last {last}"
        case Pair(left, [inner]):
            return f"pair {left} {inner}"
        case []:
            return "empty sequence"
        case [single]:
            return f"one {single}"
        case [first, (second, third)]:
            return f"nested {first} {second} {third}"
        case ["go", ("north" | "south") as where, *rest]:
            return f"go {where} {rest}"
        case [first, *middle, last]:
            return f"{first}...{last} with {middle}"
        case {"type": "circle", "radius": r}:
            return f"circle {r}"
        case {"type": kind, **rest} if rest:
            return f"{kind} with {rest}"
        case {"nested": {"deep": [_, value]}}:
            return f"deep {value}"
        case {}:
            return f"mapping of {len(value)}"
        case set() | frozenset():
            return "set"
        case type():
            return f"class {value.__name__}"
        case _:
            return f"something else: {type(value).__name__}"


for value in (
    None, True, 0, False, -1, 1.5, 2 + 3j, 5, 2000, 7.5, "", "ab", "LOUD", "quiet", b"bytes", b"other", Color.RED, Color.BLUE, Point(0, 0), Point(0, 5), Point(3, 0), Point(2, 2), Point(1, 2),
    Positional(1, [2, 3]), Positional(1, []), Pair("l", [9]), Pair(1, 2), [], (), [1], (1, (2, 3)), ["go", "north"], ["go", "south", "fast", "now"], ["go", "up"], range(4), deque([1, 2, 3]), "xyz",
    {"type": "circle", "radius": 2}, {"type": "square", "side": 1}, {"type": "plain"}, {"nested": {"deep": [1, 2]}}, {}, OrderedDict(a=1), UserDict(type="circle", radius=9), {1}, frozenset(), int, bytearray(b"x"), iter([]), print, 1j,
):
    print(repr(value) if not callable(value) and "iterator" not in type(value).__name__ else type(value).__name__, "->", describe(value))

match 5:
    case captured:
        pass
print(captured)
match [1, [2, 3]]:
    case [a, [b, *c]] if a > 5:
        pass
    case _:
        print("bound by the failed case:", a, b, c)
match (1, 2), 3:
    case (a, b), c:
        print(a + b + c)
match = case = type = 1
print(match + case + type)
for source in (
    "case [a, a]: pass", "case {'k': x, 'k': y}: pass", "case [*a, *b]: pass", "case x: pass\n case y: pass", "case _: pass\n case 1: pass", "case a | 1: pass", "case a | b: pass", "case 1 + 2: pass", "case -x: pass", "case f(): pass", "case f(x=1, 2): pass", "case f(x=1, x=2): pass", "case {**rest, 'a': 1}: pass", "case {**_}: pass", "case 1 as _: pass", "case (x as y.z): pass", "case a.b.c: pass", "case f'{x}': pass", "case [x, y, *_]: pass", "case x if (y := 1): pass", "case ...: pass", "case {x: 1}: pass", "case not 1: pass", "case 'a' | 'b' as c: pass", "case (1 | 2) | 3: pass", "case *a, b: pass", "pass",
):
    try:
        compile("match v:\n " + source, "test", "exec")
        print(source.replace("\n", ""), "compiles")
    except SyntaxError as error:
        print(source.replace("\n", ""), "->", error.msg)
