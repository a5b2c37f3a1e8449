"""Special methods that return something of the wrong type."""


def make(name, value):
    return type("Odd", (), {name: lambda self, *args: value})()


def attempt(text, **names):
    try:
        print(text, "->", eval(text, names))
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)


for value in (-1, "a", 2**70, 1.5):
    attempt("len(x)", x=make("__len__", value))
    attempt("bool(x)", x=make("__len__", value))
for value in (1, None, "yes"):
    for text in ("bool(x)", "not x", "x and 1", "1 if x else 2", "[i for i in [1] if x]", "all([x])"):
        attempt(text, x=make("__bool__", value))
for name in ("__repr__", "__str__"):
    for text in ("repr(x)", "str(x)", "f'{x}'", "f'{x!r}'", "'%s' % x", "'{}'.format(x)"):
        attempt(text, x=make(name, 5)) if name[2:-2] in text or name == "__str__" and "r" not in text else None
for text in ("[1][x]", "range(x)", "'a' * x", "hex(x)", "chr(x)", "[1][x:]", "int(x)", "float(x)", "round(1.5, x)", "[1, 2] * x"):
    attempt(text, x=make("__index__", "a"))
attempt("int(x)", x=make("__int__", "a"))
attempt("float(x)", x=make("__float__", "a"))
attempt("complex(x)", x=make("__complex__", "a"))
attempt("hash(x)", x=make("__hash__", "a"))
attempt("format(x)", x=make("__format__", 5))
attempt("iter(x)", x=make("__iter__", 5))
attempt("list(x)", x=make("__iter__", None))
attempt("reversed(x)", x=make("__reversed__", 5))
attempt("next(iter(x))", x=make("__iter__", iter([])))
attempt("dir(x)", x=make("__dir__", 5))
attempt("bytes(x)", x=make("__bytes__", "a"))
attempt("x + 1", x=make("__add__", NotImplemented))
attempt("x < 1", x=make("__lt__", NotImplemented))
attempt("x == 1", x=make("__eq__", NotImplemented))
attempt("1 in x", x=make("__contains__", "yes"))
attempt("isinstance(1, x)", x=make("__instancecheck__", 1))
