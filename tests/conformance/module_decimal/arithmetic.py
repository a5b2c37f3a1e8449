# Arithmetic keeps exponents, rounds to the context and reports what it did.
from decimal import *
from itertools import product


def attempt(f):
    try:
        return f()
    except ArithmeticError as error:
        return f"{type(error).__name__}: {error}"


print(Decimal("0.1") + Decimal("0.2"), Decimal("1.30") * Decimal("1.20"), Decimal(7) / 3, Decimal("1.00") - 1)
VALUES = ["0", "-0", "1", "-1.50", "2.5E+3", "1E-7", "123456789.987654321", "Infinity", "-Infinity", "NaN"]
for a, b in product(VALUES, VALUES):
    x, y = Decimal(a), Decimal(b)
    print(a, b, *(attempt(lambda: f(x, y)) for f in (
        lambda x, y: x + y, lambda x, y: x - y, lambda x, y: x * y, lambda x, y: x / y,
        lambda x, y: x // y, lambda x, y: x % y, lambda x, y: divmod(x, y), lambda x, y: x.remainder_near(y),
    )))
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(rounding, *(Decimal(v).quantize(Decimal("0.1"), rounding=rounding) for v in ("0.25", "0.35", "-0.25", "1.01", "-1.09", "1.05")))
print(Decimal("3.7") + 1, 2 - Decimal("0.5"), 3 * Decimal("1.1"), 7 // Decimal(2), -7 % Decimal(3), True + Decimal(1))
print(Decimal(2).fma(3, Decimal("0.5")), sum([Decimal("0.1")] * 10), -Decimal("-0"), abs(Decimal("-3.2")), +Decimal("0E-5"))
print(round(Decimal("2.675"), 2), round(Decimal("2.5")), int(Decimal("-3.9")), float(Decimal("0.1")), Decimal("1200").normalize())
for bad in (1.5, "1", None):
    for f in (lambda: Decimal(1) + bad, lambda: bad * Decimal(1), lambda: Decimal(1) < bad):
        try:
            print(f())
        except TypeError as error:
            print("TypeError:", error)
print(Decimal(1) < 1.5, Decimal("1.5") == 1.5, Decimal("0.1") == 0.1, Decimal(3) in {3: "three"})
