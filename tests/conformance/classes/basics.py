# Attributes of instances and classes, methods, and repr.
class Point:
    """A point."""

    dimension = 2
    made = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.made += 1

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    @classmethod
    def origin(cls):
        return cls(0, 0)

    @staticmethod
    def distance(a, b):
        return abs(a.x - b.x) + abs(a.y - b.y)


p = Point(1, 2)
q = p.moved(3, 4)
print(p, q, Point.made, Point.origin(), p.origin())
print(Point.distance(p, q), p.distance(q, p))
print(p.dimension, Point.dimension)
p.dimension = 3
print(p.dimension, q.dimension, Point.dimension)
del p.dimension
print(p.dimension)
p.label = "new"
print(p.__dict__, vars(q))
move = q.moved
print(move(1, 1), Point.moved(q, 1, 1))
print(Point.__name__, Point.__doc__, Point.__module__, type(p) is Point)
print(isinstance(p, Point), isinstance(p, object), issubclass(Point, object))
print(p.__class__.__name__, Point.__bases__)
for name in ("missing", "x"):
    try:
        del q.x
        print(getattr(q, name))
    except AttributeError as error:
        print(error)
print(getattr(q, "x", "default"), hasattr(q, "y"), hasattr(q, "x"))
setattr(q, "x", 99)
print(q)
print(move.__func__ is Point.moved, move.__self__ is q)
