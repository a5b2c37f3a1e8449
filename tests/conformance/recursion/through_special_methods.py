"""Endless recursion through each kind of special method ends in RecursionError, and the program goes on."""


def endless(name, body):
    return type("Endless", (), {name: body})()


def attempt(label, action):
    try:
        action()
    except RecursionError as error:
        print(label, "RecursionError:", str(error).split(" while")[0].split(" in comparison")[0])


attempt("repr", lambda: repr(endless("__repr__", lambda self: repr(self))))
attempt("str", lambda: str(endless("__str__", lambda self: str(self))))
attempt("eq", lambda: endless("__eq__", lambda self, other: self == other) == 1)
attempt("lt", lambda: endless("__lt__", lambda self, other: self < other) < 1)
attempt("hash", lambda: hash(endless("__hash__", lambda self: hash(self))))
attempt("bool", lambda: bool(endless("__bool__", lambda self: bool(self))))
attempt("len", lambda: len(endless("__len__", lambda self: len(self))))
attempt("iter", lambda: iter(endless("__iter__", lambda self: iter(self))))
attempt("call", lambda: endless("__call__", lambda self: self())())
attempt("getitem", lambda: endless("__getitem__", lambda self, key: self[key])[0])
attempt("contains", lambda: 1 in endless("__contains__", lambda self, item: item in self))
attempt("add", lambda: endless("__add__", lambda self, other: self + other) + 1)
attempt("neg", lambda: -endless("__neg__", lambda self: -self))
attempt("getattr", lambda: endless("__getattr__", lambda self, name: getattr(self, name)).x)
attempt("setattr", lambda: setattr(endless("__setattr__", lambda self, name, value: setattr(self, name, value)), "x", 1))
attempt("property", lambda: endless("x", property(lambda self: self.x)).x)
attempt("format", lambda: f"{endless('__format__', lambda self, spec: f'{self}')}")
attempt("init", lambda: (kind := type("Kind", (), {"__init__": lambda self: type(self)() and None}))())
attempt("new", lambda: type("Kind", (), {"__new__": lambda cls: cls()})())
attempt("instancecheck", lambda: isinstance(1, type("Meta", (type,), {"__instancecheck__": lambda cls, x: isinstance(x, cls)})("Kind", (), {})))


def key(x):
    return sorted([1, 2], key=key)


attempt("sort key", lambda: key(1))
attempt("map", lambda: (f := lambda x: list(map(f, [1])))(1))
attempt("max", lambda: (f := lambda x: max([1, 2], key=f))(1))


def generator():
    yield from generator()


attempt("yield from", lambda: list(generator()))
attempt("eval", lambda: eval("eval(s)", {"s": "eval(s)"}))
attempt("lambda", lambda: (f := lambda: f())())
print("still here")
