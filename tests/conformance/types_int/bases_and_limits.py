"""Integers of any size: bases, bits, conversions, rounding, powers and limits."""
import sys

big = 2**200 + 12345
print(big, hex(big), oct(-big), bin(255), int("ff", 16), int("0b101", 0), int("-0o17", 0), int("z", 36), int("1_000_000"))
print(big.bit_length(), big.bit_count(), (-big).bit_length(), (0).bit_length(), (255).to_bytes(2, "big"), (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\x01\x00"), int.from_bytes(b"\xff\xfe", "little", signed=True))
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (big, 97), (-big, 97), (big, -(2**70)), (5, big), (-5, big)):
    print(a // b, a % b, divmod(a, b) == (a // b, a % b), (a // b) * b + a % b == a)
print(7 / 2, -7 / 2, big / 2**190, (10**400) / (10**399), 1 / 3, 2**1000 / 3**600)
print(big << 3, big >> 100, -big >> 100, -1 >> 500, 1 << 100, big & 0xFFFF, -big & 0xFFFF, big | -1, big ^ -1, ~big)
print(pow(3, 200), pow(3, 200, 1000007), pow(3, -1, 7), pow(-2, 3), 2**-2, 0**0, (-2) ** 3, -(2**2))
print([round(n, -1) for n in (5, 15, 25, -5, 14, 16)], round(12345, -2), round(12355, -1), round(5), round(10**30 + 5, -1))
print(int(3.99), int(-3.99), int("  42\n"), int(True), int(b"12"), int(1e20), int(2.0**70), float(2**60 + 1), int(float(2**60 + 1)))
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(10**30) == hash(float(10**30)), 10**22 == 1e22, 10**23 == 1e23, 2**53 + 1 == float(2**53 + 1), sys.maxsize + 1)
print(sum([10**20] * 3), max(2**70, 2.0**70), sorted([2**64, -(2**64), 0, 1.5]), [n.is_integer() for n in (5, 5.0, 5.5)], (5).as_integer_ratio(), (5).conjugate(), (5).real, (5).imag, (5).numerator)
print(1_000, 0x_ff, 0b_1010, 0o17, 1__0 if False else 10, int("१२"), "٣".isdigit())
for text in ("int('')", "int('1__0')", "int('0x1', 10)", "int('9', 8)", "int('1', 1)", "1 << -1", "2 ** 10 ** 30 if False else 1 << 10**20", "int(10**400 / 1) if False else float(10**400)", "(300).to_bytes(1)", "(-1).to_bytes(1)", "int.from_bytes('a')", "pow(2, 3, 0)", "pow(2, -1, 4)", "pow(2, 1.5, 3)", "10**5000 and str(10**5000)", "int('1' * 5000)", "range(2**70)[2**65]", "len(range(2**70))", "'a' * 2**70", "[0] * 2**63", "chr(2**40)", "[1][2**70]", "round(5, 'a')", "hex(1.0)"):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
