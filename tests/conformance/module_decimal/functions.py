# Roots, logarithms, powers; neighbours, digits, comparisons.
from decimal import *


def attempt(f, *args):
    try:
        return str(f(*args))
    except ArithmeticError as error:
        return f"{type(error).__name__}: {error}"


POINTS = [Decimal(t) for t in ("0", "1", "2", "0.5", "10", "1E+10", "1E-10", "1.0000001", "123.456", "-1", "Infinity")]
for precision in (5, 28, 60):
    with localcontext(prec=precision):
        for x in POINTS:
            print(precision, x, *(attempt(getattr(x, name)) for name in ("sqrt", "exp", "ln", "log10", "logb")))
for base, exponent in [("2", "10"), ("2", "-1"), ("2", "0.5"), ("9", "0.5"), ("1.1", "100"), ("-2", "3"), ("-8", "0.5"), ("0", "-1"), ("10", "-5"),
                       ("1.5", "2.5"), ("1.0", "3"), ("Infinity", "-1"), ("0.5", "1E+3"), ("1.01", "365")]:
    print(base, exponent, attempt(lambda: Decimal(base) ** Decimal(exponent)))
print(pow(Decimal(7), 130, 11), 2 ** Decimal(5), getcontext().power(3, 4))

x, y = Decimal("1.20"), Decimal("-1.2")
print(x.compare(y), x.compare_total(Decimal("1.2")), x.compare_total_mag(y), x.max(y), x.min(y), x.max_mag(y), x.min_mag(y))
print(x.next_plus(), x.next_minus(), x.next_toward(y), x.copy_sign(y), x.same_quantum(Decimal("9.99")), x.number_class(), y.copy_abs())
print(x.scaleb(3), x.shift(2), Decimal("12345").rotate(2), Decimal("1011").logical_and(Decimal("1101")), Decimal("101").logical_xor(Decimal("11")))
print(Decimal("2.5").to_integral_value(), Decimal("2.5").to_integral_exact(rounding=ROUND_UP), Decimal("12.3").is_signed(), Decimal("1E-999999").is_subnormal())
print(sorted([Decimal("1.10"), Decimal("1.1"), 1, Decimal("-Infinity"), Decimal(2)]), hash(Decimal("1.50")) == hash(1.5), hash(Decimal(2**70)) == hash(2**70))
