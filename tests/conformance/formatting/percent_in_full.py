"""The % operator: every conversion, flag, width and mistake."""
print("%d %i %u|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o" % (1, 2, 3, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8))
print("%f|%.2f|%8.3f|%-8.1f|%08.2f|%+.1f|%e|%.2E|%g|%G|%#g|%.3g" % (1.5, 2.345, 3.14159, 2.5, 3.14159, 1.25, 12345.678, 0.00012, 1e-5, 1e20, 1.0, 123456))
print("%s|%10s|%-10s|%.2s|%5.1s|%r|%a|%c|%c|%%" % ("text", "right", "left", "cut", "xyz", "é", "é", "A", 66))
print("%(name)s is %(age)d, %(name)r %(pi).2f %%" % {"name": "Ada", "age": 36, "pi": 3.14159})
print("%*d|%-*d|%.*f|%*.*f" % (5, 42, 5, 42, 2, 3.14159, 8, 3, 2.71828))
print("%s %s" % ("a", (1, 2)), "%s" % [1], "%s" % {"a": 1}, "%s" % None, "%s" % (None,), "%s" % ((1, 2),))
print("%d" % 3.99, "%d" % True, "%x" % True, "%s" % True, "%5s|" % None, "%d" % -0.5, "%d" % 10**20, "%f" % 10**20)
print("%s" % b"bytes", b"%s %d %x %c %r %a" % (b"b", 1, 255, 65, "r", "a"), b"%5.1f|%-4d|" % (2.25, 3), b"%b" % b"raw")
print("%.0f %.0f %.0f %.0f" % (0.5, 1.5, 2.5, -0.5), "%.1f %.1f" % (0.25, 0.35), "%e" % 0, "%g" % 100000, "%g" % 1000000, "%g" % 0.0001)
print("%f %F %e %g" % (float("inf"), float("-inf"), float("nan"), float("inf")), "%5d|%-5d|%05d" % (-42, -42, -42))
print("no conversions" % (), "no conversions" % {}, "100%%" % (), "%s%%" % 50)


class Text:
    def __str__(self):
        return "as str"

    def __repr__(self):
        return "as repr"

    def __index__(self):
        return 10

    def __int__(self):
        return 20

    def __float__(self):
        return 2.5


print("%s %r %x %d %f" % (Text(), Text(), Text(), Text(), Text()))
for template, value in (
    ("%d", "1"), ("%d", None), ("%x", 1.5), ("%f", "1"), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%s %s", 1), ("%s", (1, 2)), ("%s", ()),
    ("%z", 1), ("%", 1), ("%5", 1), ("%(a)s", 1), ("%(a)s", {}), ("%(a", {}), ("%*d", ("a", 1)), ("plain", 1), ("plain", (1,)), ("%(a)d", {"a": "x"}),
    ("%.1000000000000f", 1), ("%i", 1j), ("%o", []), ("%s %(a)s", {"a": 1}),
):
    try:
        print(repr(template), repr(template % value))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
