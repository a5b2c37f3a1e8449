# match: mappings, classes, value patterns, __match_args__.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Circle:
    def __init__(self, centre, r):
        self.centre, self.r = centre, r


class Colour:
    RED = "red"
    BLUE = "blue"


def describe(x):
    match x:
        case {"type": "user", "name": str(name), **rest}:
            return f"user {name} {rest}"
        case {"items": [first, *_]}:
            return f"items from {first}"
        case {"a": 1 | 2 as n, "b": None}:
            return f"a={n}"
        case {}:
            return "some mapping"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(y, 0):
            return f"on an axis {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "point"
        case Circle(centre=Point(x=cx), r=int(r)):
            return f"circle {cx} {r}"
        case Colour.RED:
            return "the red"
        case int(n) | float(n):
            return f"number {n}"
        case [Point(a, _), Point(b, _)]:
            return f"two points {a} {b}"
        case list() | tuple() as seq:
            return f"sequence of {len(seq)}"
        case _:
            return "?"


for x in ({"type": "user", "name": "Mina", "age": 7}, {"type": "user", "name": 5}, {"items": [1, 2]}, {"items": []}, {"a": 2, "b": None}, {}, Point(0, 0), Point(0, 5), Point(7, 0), Point(3, 3), Point(1, 2), Circle(Point(9, 9), 4), Circle(Point(1, 1), 4.5), "red", "blue", 5, 2.5, [Point(1, 0), Point(2, 0)], (1, 2, 3)):
    print(describe(x))
for pattern in (1, 2):
    try:
        match Point(1, 2):
            case Point(a, b, c) if pattern == 1:
                pass
    except TypeError as error:
        print(error)
try:
    match Circle(1, 2):
        case Circle(a):
            pass
except TypeError as error:
    print(error)
