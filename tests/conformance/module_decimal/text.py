# Parsing, str, repr, format, tuples and ratios.
from decimal import *


def attempt(f, *args):
    try:
        return repr(f(*args))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for text in ("12", " -1.50 ", "+.5", "5.", "1e3", "1E-10", "0E-7", "0.000001", "0.0000001", "1_000.5", "٣.١٤", "inf", "-Infinity", "nan", "NaN123",
             "sNaN", "", ".", "1e", "1.2.3", "0x10", "1 2", "--1"):
    print(repr(text), attempt(Decimal, text))
for value in (0, -5, 10**30, True, 0.1, -1.5, float("inf"), Decimal("1.0"), (0, (1, 2, 3), -2), (1, (), "F"), None, [], b"1"):
    print(repr(value), attempt(Decimal, value))
print(Decimal.from_float(0.1), Decimal("-3.25").as_tuple(), Decimal("-3.25").as_integer_ratio(), Decimal("Infinity").as_tuple())
for text in ("123E+4", "1.23E-9", "0E+3", "123456E-20"):
    d = Decimal(text)
    print(d, d.to_eng_string(), d.adjusted(), d.normalize())

NUMBERS = [Decimal(t) for t in ("0", "-0.00", "1234567.891", "-0.000012345", "1E+6", "NaN", "-Infinity")]
for spec in ("", ".2f", ".0f", "e", ".3e", "g", ".4g", "%", ".1%", "12.2f", "<14", "^15.3", "=+20,.2f", "015.3f", "+", " .3", "*^20", "E", "F", "z.1f", "020,.2f",
             "#.0f", ",", "x", "00", "<05"):
    print(repr(spec), *(attempt(format, d, spec) for d in NUMBERS))
print(f"{Decimal('3.14159'):.2f} {Decimal('1234.5'):,}", "%s %.1f" % (Decimal("2.50"), Decimal("2.55")))
