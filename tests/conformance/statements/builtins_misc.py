# Builtin functions that fit nowhere else.
print(abs(-3.5), abs(True), divmod(7, 2), divmod(-7, 2.0), pow(2, 3), pow(2, 3, 5), round(2.567, 1), round(-0.5), round(1e20))
print(all([]), any([]), all([1, [0]]), any([0, ""]), sum([]), sum((1.5, 2)), sum([[1], [2]], []))
print(ascii("é"), bin(5), callable(len), chr(8364), ord("€"), hash("a") == hash("a"), hex(-1), oct(0), repr("x"), len({1: 2}))
print(list(map(str, [1, 2])), list(filter(lambda x: x, [0, 1])), list(zip("ab", [1, 2], [True, None])), list(reversed("abc")), sorted("cab"), list(enumerate("x")))
print(isinstance(1, int), issubclass(int, object), type(1) is int, id(1) == id(1), vars(type("T", (), {"a": 1}))["a"], getattr(1, "real"), hasattr(1, "x"))
print(min(3, 1, 2), max("a", "b"), min([1, -2], key=abs), max([], default=None), min((1, 2), (1, 1)), max(1, 1.0), max(1.0, 1))
it = iter([1, 2])
print(next(it), next(it), next(it, "done"), slice(1, 2), range(3), object is object, type(None))
print(eval("1 + 2 * 3"), eval("x + y", {"x": 1, "y": 2}), eval("[i for i in range(3)]"))
scope = {}
exec("def f(n):\n    return n * 2\nresult = f(21)", scope)
print(scope["result"], scope["f"](4))
code = compile("a + 1", "<string>", "eval")
print(eval(code, {"a": 9}))
for work in (lambda: abs("x"), lambda: len(5), lambda: ord("ab"), lambda: chr(-1), lambda: chr(1114112), lambda: round("x"), lambda: sum("ab"), lambda: sum(5), lambda: min(5), lambda: max(), lambda: hash([]), lambda: divmod("a", 1), lambda: pow("a", 2), lambda: iter(5), lambda: next(5), lambda: next(iter(())), lambda: bin(1.5), lambda: ord(""), lambda: isinstance(1, "int"), lambda: sorted(5), lambda: range(), lambda: enumerate(), lambda: zip(5), lambda: map(), lambda: filter(None), lambda: getattr(1), lambda: type(), lambda: all(5), lambda: callable(), lambda: vars(5)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
