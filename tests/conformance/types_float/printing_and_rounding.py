"""Floats: shortest text, rounding, special values, conversion and comparison."""
import math
import sys

values = (0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 1e17, 123456789.123456789, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 1e22, 1e23, 4.35, 2.675, 0.5, 1.0, -0.0, 100.0, 1e100, 9007199254740993.0, 0.1 + 0.7)
for v in values:
    print(repr(v), str(v), f"{v:.3f}", f"{v:g}", f"{v:e}", f"{v:.17g}", v.hex(), round(v, 2) if abs(v) < 1e10 else "-")
print([round(n / 2) for n in range(-5, 6)], [round(v, 1) for v in (0.05, 0.15, 0.25, 0.35, 2.5, -0.05)], round(1234.5678, -2), round(0.5), round(1.5), round(2.5), round(-1.5), round(1e20), round(5.5, None), round(2.675, 2), round(1e300, 2), type(round(1.0)), type(round(1.0, 0)))
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf > 10**400, nan == nan, nan != nan, nan in [nan], [nan] == [nan], max(nan, 1), max(1, nan), min([inf, -inf]), sorted([3, inf, -inf, 1]), math.isnan(nan), str(-nan))
print(float("1e3"), float(" -1.5 "), float("1_0"), float(".5"), float("5."), float("Infinity"), float("-nan"), float("1e-400"), float("1e400"), float("0x1p3") if False else float.fromhex("0x1.8p3"), float(True), float(10**22))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 1e300 * 1e10, -1e300 * 1e10, 2.0**0.5, 2.0**-1074, (-8.0) ** 2, 0.0**0, 1e308 + 1e308, 5 % 0.3, -0.0 + 0, 0.0 == -0.0, 1.0 // 0.1)
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (1e10).is_integer(), (1.5).is_integer(), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), int(-1.9), math.modf(-1.25), math.frexp(10.0), math.ldexp(0.5, 5), math.copysign(1, -0.0))
print(0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3), abs(-0.0), sum([0.1] * 10), math.fsum([0.1] * 10), sum([1e16, 1, -1e16]), sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, hash(0.5), hash(1.0), hash(inf), hash(1e300))
print(complex(1, -0.0), complex("1-2j"), 1j * 1j, (1 + 2j) / (3 - 4j), abs(3 + 4j), (1 + 2j) ** 2, (1 + 2j).conjugate(), 1j == 1j + 0, complex(inf, nan), -1j, 0j, -(0j), 1e20 + 1j, complex(0.1, 0.2), 2j**0.5, (1 + 0j) == 1, hash(1 + 0j))
for text in ("1.0 / 0", "1.0 // 0", "1.0 % 0", "0.0 ** -1", "10.0 ** 400", "int(float('inf'))", "int(float('nan'))", "round(float('nan'))", "round(float('inf'))", "float('abc')", "float('')", "float('1e')", "float([])", "float(10**400)", "math.sqrt(-1)", "math.log(0)", "1.5 << 1", "'a' * 1.5", "[1][1.0]", "range(1.0)", "1j < 2j", "int(1j)", "1j // 1", "complex('1 + 2j')", "(1.5).as_integer_ratio(1)", "float('inf').as_integer_ratio()", "float('nan').as_integer_ratio()", "float.fromhex('xyz')", "(-8) ** (1/3)", "math.exp(1000)", "f'{1.5:d}'", "'%d' % float('nan')"):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
