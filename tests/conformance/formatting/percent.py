# The % operator.
print("%d %s %r %x %o %e %f %g %c %% %i %u" % (42, "text", "quoted", 255, 8, 12345.678, 3.14159, 0.0001, "c", 7, 8))
print("[%5d] [%-5d] [%05d] [%+d] [% d] [%.2f] [%8.3f] [%-8.1f|] [%x] [%#x] [%X]" % (42, 42, 42, 42, 42, 3.14159, 3.14159, 2.55, 255, 255, 255))
print("[%10s] [%-10s] [%.2s] [%5.1s] [%s]" % ("right", "left", "cut", "xyz", None), "%s" % [1, 2], "%s and %s" % ("a", 5))
print("%(name)s is %(age)03d" % {"name": "Mina", "age": 7}, "%(x)s %(x)r" % {"x": "é"}, "%a" % "é", "%c" % 44032, "%5c|" % "x")
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%s" % (1,), "%%" % (), "no args" % (), "%d" % 3.99, "%d" % True, "%.0f" % 2.5, "%s" % 1.0, "%g" % 1e6, "%g" % 1e5, "%G" % 1e-10)
print("%e" % 0, "%.3e" % 123456, "%10.2e|" % 0.00012, "%f" % 1e10, "%d" % 10**25, "%x" % -255, "%s" % {"a": 1}, "%r" % "it's")
for template, args in (("%d", "x"), ("%d", None), ("%s %s", (1,)), ("%s", (1, 2)), ("%(a)s", {}), ("%q", 1), ("%", 1), ("%c", "ab"), ("%x", 1.5), ("%s", ()), ("%f", "1"), ("%(a)s", (1,)), ("plain", 5)):
    try:
        print(template % args)
    except Exception as error:
        print(type(error).__name__, "|", error)
