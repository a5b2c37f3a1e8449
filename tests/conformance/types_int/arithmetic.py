# int: operators, signs of // and %, divmod, powers, shifts, bits.
for a in (17, -17, 0, 5):
    for b in (5, -5, 3):
        print(a, b, "|", a + b, a - b, a * b, a // b, a % b, divmod(a, b), a / b)
print(2**10, 2**-1, (-2) ** 3, 0**0, 7**2 % 10, pow(7, 2, 10), pow(3, -1, 7), pow(2, 100, 1000))
print(1 << 10, 1024 >> 3, -1 >> 5, -9 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5, ~-1)
print(-7 & 0xFF, -256 | 1, -5 ^ 3)
print(abs(-5), -(-5), +5, not 0, not 5)
print((10).bit_length(), (0).bit_length(), (-8).bit_length(), (255).bit_count(), (6).as_integer_ratio())
print(5 .real, 5 .imag, 5 .numerator, 5 .denominator, (5).conjugate(), (5).is_integer())
print(7 == 7.0, 3 < 5 <= 5 < 9, 1 == True, True + True, False * 5, True < 2)
print(round(15), round(15, -1), round(25, -1), round(-15, -1), round(1234, -2))
print(max(3, -5), min(3, -5), sum([1, 2, 3]), sum([1, 2], 10))
print(0b1010, 0o17, 0xFF, 1_000_000, 0x_ff)
print((1).__add__(2), (1).__add__("x"), (5).__rsub__(8))
for work in (
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1 / 0,
    lambda: divmod(1, 0),
    lambda: 0**-1,
    lambda: 1 << -1,
    lambda: pow(2, -1, 4),
    lambda: pow(2, 3, 0),
    lambda: 1 + "1",
    lambda: "1" + 1,
    lambda: 1 - None,
    lambda: 5 & 1.5,
    lambda: ~1.5,
    lambda: -"x",
    lambda: 5 < "x",
    lambda: 10 ** 400 / 3,
):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
