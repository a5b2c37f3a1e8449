# Special methods: a vector and a matrix that behave like numbers and containers.
import math
from functools import total_ordering


@total_ordering
class Vector:
    __slots__ = ("parts",)

    def __init__(self, *parts):
        self.parts = tuple(parts)

    def __repr__(self):
        return f"Vector{self.parts}"

    def __format__(self, spec):
        return "<" + ", ".join(format(p, spec) for p in self.parts) + ">"

    def __iter__(self):
        return iter(self.parts)

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, at):
        return Vector(*self.parts[at]) if isinstance(at, slice) else self.parts[at]

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self, other, strict=True)))

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, k):
        return Vector(*(a * k for a in self)) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        return math.sumprod(self.parts, other.parts)

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return math.hypot(*self)

    def __bool__(self):
        return any(self.parts)

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Vector) else NotImplemented

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __hash__(self):
        return hash(self.parts)

    def __complex__(self):
        return complex(*self.parts)

    def __round__(self, n=None):
        return Vector(*(round(p, n) for p in self.parts))


v, w = Vector(3, 4), Vector(1, 2.5)
print(v + w, v * 2, 2 * v, v @ w, -v, abs(v), bool(Vector(0, 0)), v == Vector(3, 4), v != w, v > w, f"{w:.2f}", complex(v), round(Vector(1.26, 2.74), 1))
print(sum([v, w, v]), max(v, w), v[0], v[:1], list(v), len(v), 4 in v, {v: 1}[Vector(3, 4)], sorted([v, w]), v == 5, [*reversed(v)])
v += w
v *= 2
print(v)
for work in (lambda: v + 1, lambda: v * "x", lambda: v + Vector(1), lambda: "a" + v, lambda: v @ 3, lambda: v < 3, lambda: v - w, lambda: v[9], lambda: setattr(v, "x", 1), lambda: int(v)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
