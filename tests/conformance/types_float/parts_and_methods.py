# float: special values, methods, conversions, comparison with integers.
inf, nan = float("inf"), float("nan")
print(float("1_000.5"), float("  -1e-3\n"), float("Infinity"), float("-NaN"), float(), float("0x10" and "16"), float(10**20), float(True))
print(inf - inf, inf * 0, 1 / inf, -1 / inf, inf > 10**400, nan == nan, nan != nan, nan in [nan], [nan] == [nan], max(1, nan), max(nan, 1), sorted([3, inf, -inf]))
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (0.1).hex(), float.fromhex("0x1.8p1"), float.fromhex("inf"), (255.0).hex())
print(7.5 // 2, -7.5 // 2, 7.5 % -2, divmod(-7.5, 2), 2**0.5, 2**-1, (-8) ** (1 / 3), 0.0 == -0.0, str(-0.0), round(-0.4), 1e16 + 1, 5e-324 / 2)
print(round(2.5), round(3.5), round(2.675, 2), round(1234.5678, -2), round(1e300, 5), int(-3.9), int(1e20), 0.1 + 0.2, 1e22, 1e21, 123456789012345680.0, 1e-5, 0.0001)
print(2**53 == float(2**53), 2**53 + 1 == float(2**53 + 1), hash(1.0) == hash(1), hash(inf), 1.5 .__add__(1), (1.5).real, (1.5).imag, (1.5).conjugate(), 3 .__float__() if hasattr(3, "__float__") else "")
for work in (lambda: float("abc"), lambda: float("1__0"), lambda: float(""), lambda: float([]), lambda: int(inf), lambda: int(nan), lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 10.0**400, lambda: (0.0) ** -1, lambda: round(nan), lambda: inf.as_integer_ratio(), lambda: float.fromhex("zz"), lambda: float(10**400), lambda: 1.5 & 1, lambda: float("1", "2")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
