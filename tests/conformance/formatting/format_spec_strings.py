# Format specifications for strings; alignment with wide text; str.format.
for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "-<6", "x>6", "^11s", "05", "가^9"):
    print(spec, [f"{'abc':{spec}}", f"{'안녕하세요':{spec}}", f"{'':{spec}}"])
print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("x", "y"), "{name!r:>8}|{n:03d}".format(name="Mina", n=7))
print("{0.real} {0.imag}".format(3 + 4j), "{0[1]} {d[key]}".format([1, 2], d={"key": "v"}), "{{literal}} {}".format(1), "{:{}}|{:{w}.{p}f}".format("x", 5, 3.14159, w=8, p=2))
print("{!s} {!r} {!a}".format("é", "é", "é"), "{:>{width}}".format("r", width=4), "{:%}".format(0.25), "{a[0][1]}".format(a=["xyz"]))
print("{x} {y}".format_map({"x": 1, "y": 2}), "{:<5}{:>5}".format("ab", "cd"), "{:^7}".format(True), "{0:{1}{2}}".format(5, ">", 3))
for template, args in (("{}", ()), ("{1}", (1,)), ("{x}", ()), ("{} {0}", (1, 2)), ("{", ()), ("}", ()), ("{0.x}", (1,)), ("{0[k]}", ({},)), ("{!z}", (1,)), ("{:d}", ("x",)), ("{0[9]}", ([1],))):
    try:
        print(template.format(*args))
    except Exception as error:
        print(type(error).__name__, "|", error)


class Money:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        return f"<{spec or 'plain'}:{self.n}>"

    def __str__(self):
        return "str money"

    def __repr__(self):
        return "repr money"


m = Money(5)
print(f"{m}", f"{m:abc}", f"{m!s:>12}", f"{m!r}", "{:x y}".format(m), str(m), format(m, "q"), f"{[m]}", "%s %r" % (m, m))
