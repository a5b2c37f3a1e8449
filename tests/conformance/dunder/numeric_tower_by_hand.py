"""A fraction class with every numeric special method, used together with int and float."""
import math


class Ratio:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError(f"Ratio({top}, 0)")
        divisor = math.gcd(top, bottom) * (1 if bottom > 0 else -1)
        self.top, self.bottom = top // divisor, bottom // divisor

    def __repr__(self):
        return f"Ratio({self.top}, {self.bottom})"

    def __str__(self):
        return f"{self.top}/{self.bottom}" if self.bottom != 1 else str(self.top)

    @staticmethod
    def of(value):
        if isinstance(value, Ratio):
            return value
        return Ratio(value) if isinstance(value, int) else None

    def _combine(self, other, action):
        other = Ratio.of(other)
        return NotImplemented if other is None else action(self, other)

    def __add__(self, other):
        return self._combine(other, lambda a, b: Ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom))

    __radd__ = __add__

    def __neg__(self):
        return Ratio(-self.top, self.bottom)

    def __pos__(self):
        return self

    def __abs__(self):
        return Ratio(abs(self.top), self.bottom)

    def __sub__(self, other):
        return self._combine(other, lambda a, b: a + -b)

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        return self._combine(other, lambda a, b: Ratio(a.top * b.top, a.bottom * b.bottom))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._combine(other, lambda a, b: Ratio(a.top * b.bottom, a.bottom * b.top))

    def __rtruediv__(self, other):
        return Ratio.of(other) / self

    def __floordiv__(self, other):
        return math.floor(self / other)

    def __mod__(self, other):
        return self - other * (self // other)

    def __pow__(self, exponent, modulus=None):
        return Ratio(self.top**exponent, self.bottom**exponent) if exponent >= 0 else Ratio(self.bottom**-exponent, self.top**-exponent)

    def __eq__(self, other):
        return self._combine(other, lambda a, b: (a.top, a.bottom) == (b.top, b.bottom))

    def __lt__(self, other):
        return self._combine(other, lambda a, b: a.top * b.bottom < b.top * a.bottom)

    def __hash__(self):
        return hash((self.top, self.bottom)) if self.bottom != 1 else hash(self.top)

    def __bool__(self):
        return self.top != 0

    def __int__(self):
        return int(self.top / self.bottom)

    def __float__(self):
        return self.top / self.bottom

    def __floor__(self):
        return self.top // self.bottom

    def __ceil__(self):
        return -(-self.top // self.bottom)

    def __trunc__(self):
        return int(self)

    def __round__(self, digits=None):
        return round(self.top / self.bottom, digits)

    def __format__(self, spec):
        return format(float(self), spec) if spec else str(self)


a, b = Ratio(1, 2), Ratio(-3, 4)
print(a, repr(b), a + b, a - b, a * b, a / b, a // b, a % b, a**3, a**-2, -a, +b, abs(b))
print(1 + a, 1 - a, 2 * a, 1 / a, a + 1, a == Ratio(2, 4), a == 0.5, a != b, a < b, a > b, b < 1, 1 > b, sorted([a, b, Ratio(0)]))
print(bool(Ratio(0)), int(b), float(b), math.floor(b), math.ceil(b), math.trunc(b), round(b), round(Ratio(22, 7), 3), hash(Ratio(4, 2)) == hash(2), {Ratio(2): "two"}[2])
print(sum([a, a, b]), max(a, b), f"{a} {a:.3f} {b:>8.2f}", divmod(7, 2), math.sqrt(Ratio(9, 4)), math.isclose(Ratio(1, 3), 1 / 3))
for action in (lambda: a + 0.5, lambda: a < "x", lambda: Ratio(1, 0), lambda: a / 0, lambda: a >= b, lambda: a @ b, lambda: ~a, lambda: a << 1, lambda: complex(a), lambda: range(a), lambda: [1, 2][a]):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
