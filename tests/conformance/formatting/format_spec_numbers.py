# Format specifications for numbers.
for spec in ("", "d", "5", "<5", ">5", "^5", "05", "+", " ", "-", "x", "X", "#x", "o", "#o", "b", "#b", "08b", "#010b", ",", "_", "c", "e", "f", ".2f", "g", "%", "n", "*^9", "=+6", "0=+6", "+,", "_x", "_b"):
    print(spec, [f"{42:{spec}}", f"{1234567 if spec != 'c' else 65:{spec}}", f"{-7 if spec != 'c' else 97:{spec}}"])
for spec in ("", "f", ".0f", ".1f", ".3f", "10.2f", "<10.2f", "^+10.1f", "010.3f", "e", ".2e", "E", "g", ".3g", "G", ".10g", "%", ".1%", ",.2f", "_.1f", "+.1f", " .1f", "#.0f", ".5", "10", "n"):
    print(spec, [f"{x:{spec}}" for x in (3.14159, -0.00012345, 1234567.891, 1e20, 0.5, 2.5)])
print([f"{x:{s}}" for x in (float("inf"), float("-inf"), float("nan")) for s in ("", "f", "5.1f", "08.2f", "e", "%", "+")])
print(f"{True:d} {True} {True:5} {10**20:,} {10**20:e} {2**70:x} {0:.2f} {-0.0:.1f} {-0.0:z.1f} {1e-10:.3f}")
print(format(3.14159, ".2f"), format(255, "x"), format("s"), format(5, ">4"), f"{3 + 4j:.1f}", format(1.5, ""))
for value, spec in ((5, "s"), ("x", "d"), (1.5, "d"), (5, ".2"), ("x", "+"), (5, "zz"), (1.5, "x"), ([], "5"), (None, ">5"), ("x", "="), (5, "5c,"), (1114112, "c"), ("x", ","), (5, ",_")):
    try:
        print(format(value, spec))
    except Exception as error:
        print(type(error).__name__, "|", error)
