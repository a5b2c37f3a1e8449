# Texts of numbers in all directions.
for n in (0, -0, 7, -7, 10**15, 10**16, 2**64, -(2**200)):
    print(str(n), repr(n), f"{n:e}", f"{n:,}", len(str(n)))
for x in (0.0, -0.0, 1.0, 100000.0, 1e15, 1e16, 123456789012345680.0, 0.1, 1e-4, 1e-5, 1.5e300, 2**-1074, 1 / 3, 2 / 3, 3.0000000000000004):
    print(str(x), f"{x:.3f}" if abs(x) < 1e17 else "big", f"{x:g}", f"{x:.17g}", float(str(x)) == x)
for text in ("1", "-1", "+1", " 1 ", "1.", ".1", "1e5", "1E-5", "inf", "-Infinity", "nan", "1_000.5", "0x10", "1,5", "", "1 2", "--1", "e5", "∞", "１２", "1e400", "1e-400"):
    for kind in (int, float):
        try:
            print(kind.__name__, repr(text), kind(text))
        except ValueError as error:
            print(kind.__name__, error)
print([str(b) for b in (True, False)], str(None), str(1 + 2j), str(1j), repr(-1.5 - 0j), complex("1-1j"))
