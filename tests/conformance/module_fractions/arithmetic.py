# Fraction: making, arithmetic, rounding, approximation, format.
from decimal import Decimal
from fractions import Fraction as F
from math import ceil, floor, pi

print(F(3, 4), repr(F(6, -8)), F("1/3"), F(" -2.50 "), F(0.5), F(Decimal("1.1")), F(7), F("1e-3"), F(0.1))
a, b = F(1, 2), F(1, 3)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(F(7, 2), b), a**2, a**-2, 2**a, a + 1, 1 / b, a + 0.5, -a, abs(-b))
print(a > b, a == 0.5, a == F(2, 4), hash(F(2)) == hash(2), hash(a) == hash(0.5), {0.5: "half"}[a], bool(F()), sorted([a, b, 0.4, 1]))
print(round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), floor(F(-7, 2)), ceil(F(-7, 2)), int(F(-7, 2)), float(b), F(pi).limit_denominator(1000), F("3.14159").limit_denominator(10))
print(F(3, 4).numerator, F(3, 4).denominator, F(1.25).as_integer_ratio(), F(4, 2).is_integer(), sum([F(1, n) for n in range(1, 8)]))
print(f"{F(1, 3):.4f} {F(22, 7):.3e} {F(1, 8):%} {F(5):>6} {F(-5, 3):+.2f} {F(12345, 2):,.1f}")
for work in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F(float("nan")), lambda: F(float("inf")), lambda: a / 0, lambda: a + "1", lambda: F("1/0"), lambda: F(1, 2) < "a", lambda: setattr(a, "numerator", 3), lambda: F(3).limit_denominator(0)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


def egyptian(f):
    while f:
        unit = F(1, ceil(1 / f))
        yield unit
        f -= unit


print(*egyptian(F(7, 15)), complex(F(1, 2)), F(1, 2) + 1j)
