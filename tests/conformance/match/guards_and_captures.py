# match: guards, or-patterns, captures that stay, dotted names, as.
import enum


class Color(enum.Enum):
    RED = 1
    BLUE = 2


def describe(value):
    match value:
        case 0 | 0.0:
            return "zero"
        case bool(b):
            return f"bool {b}"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float() as number:
            return f"number {number}"
        case Color.RED:
            return "red"
        case "" | "none":
            return "no text"
        case str(text) if text.isupper():
            return "LOUD"
        case str():
            return "text"
        case [] | ():
            return "empty sequence"
        case [x]:
            return f"one: {x}"
        case [x, y] if x == y:
            return f"same twice: {x}"
        case [("a" | "b") as letter, *rest]:
            return f"letter {letter} and {rest}"
        case [_, *_, last]:
            return f"ends with {last}"
        case {"type": "point", "at": (x, y), **rest}:
            return f"point {x},{y} {rest}"
        case {}:
            return f"mapping of {len(value)}"
        case None:
            return "nothing"
        case _:
            return type(value).__name__


for value in (0, False, -3, 2.5, Color.RED, Color.BLUE, "none", "HEY", "hey", [], (1,), [2, 2.0], ["a", 1, 2], (5, 6, 7), {"type": "point", "at": [1, 2], "z": 3}, {"k": 1}, None, {1}, b"ab", range(2)):
    print(repr(value), "->", describe(value))
match [1, [2, [3, 4]]]:
    case [a, [b, [c, *d]]] if a > 5:
        pass
    case _:
        print("captured before the guard failed:", a, b, c, d)
