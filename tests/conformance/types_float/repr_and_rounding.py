# float: shortest repr, exponents, rounding, special values.
for x in (0.1, 0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789.123456789, 1e-4, 1e-5, 0.00001234, 1e22, 1e23, 5e-324,
          1.7976931348623157e308, 2.0, -0.0, 100.0, 1e100, 1.5e-10, 9007199254740993.0, 4.35, 2.675):
    print(repr(x), str(x))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(0.5), round(1.5), round(2.5, 0))
print(type(round(2.5)).__name__, type(round(2.5, 1)).__name__)
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf > 1e308, nan == nan, nan != nan, nan in [nan], 1 / inf)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 2**0.5, (-8) ** (1 / 3))
print(0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 1e16 + 1, 1.0 == 1, hash(1.0) == hash(1))
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer())
print((0.1).hex(), float.fromhex("0x1.8p1"), (-1.5).hex(), (0.0).hex())
print(int(1e18), int(-2.9), float("1e3"), float("  -1.5 "), float("1_0.5"), float(".5"), float("5."), float("Infinity"), float("-nan"))
print(sum([0.1] * 10), sum([1e16, 1.0, -1e16]), min(0.0, -0.0), max(nan, 1))
print(3.7.__trunc__(), (3.7).__floor__(), (-3.7).__ceil__())
for work in (
    lambda: float("abc"),
    lambda: float(""),
    lambda: float("1.5x"),
    lambda: float(None),
    lambda: 1.0 / 0,
    lambda: 1.0 // 0,
    lambda: 1.0 % 0,
    lambda: 0.0**-1,
    lambda: round(inf),
    lambda: round(nan),
    lambda: 1e308 * 10,
    lambda: 10.0**400,
    lambda: 1.5 << 1,
    lambda: 1.5 + "x",
):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
print(1e3 == 1000, 0.5 < 1 < 1.5, 3 < 2.5, 10**20 == 1e20, 10**20 + 1 == 1e20)
