"""__slots__: what may be in it, what it forbids, and how it is inherited."""


class Point:
    """A point."""

    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = Point(1)
print(p.x, Point.x, Point.__slots__, Point.__doc__, hasattr(p, "__dict__"), hasattr(p, "__weakref__"))


def attempt(text, **names):
    try:
        exec(text, {"p": p, "Point": Point, **names})
        print(text, "works")
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)


attempt("p.z = 1")
attempt("p.y")
attempt("del p.x")
attempt("del p.x")
attempt("p.__dict__")
attempt("Point.x.__get__(5)")
attempt("Point.x.__set__(5, 1)")
attempt("import weakref; weakref.ref(p)")
for body in ("__slots__ = ('a',); a = 1", "__slots__ = (1,)", "__slots__ = ('1a',)", "__slots__ = 'single'", "__slots__ = ('a', 'a')", "__slots__ = ('__dict__', '__dict__')", "__slots__ = ['a', 'b']", "__slots__ = {'a': 'its doc'}", "__slots__ = ()", "__slots__ = None"):
    attempt(f"class C: {body}")
for base in ("int", "str", "tuple", "bytes", "list", "dict", "object", "Exception"):
    attempt(f"class C({base}): __slots__ = ('extra',)")


class Documented:
    __slots__ = {"a": "the doc of a", "b": None}


print(Documented.a.__doc__, Documented.b.__doc__, Documented.__slots__)


class Child(Point):
    __slots__ = ("z",)


class Open(Point):
    pass


c = Child(2)
c.z = 3
print(c.x, c.z, [k.__slots__ for k in Child.__mro__[:-1]])
o = Open(1)
o.anything = 5
print(o.__dict__, o.x)


class Other:
    __slots__ = ("q",)


attempt("class Both(Point, Other): pass", Other=Other)
attempt("class Fine(Point, Empty): __slots__ = ()", Empty=type("Empty", (), {"__slots__": ()}))


class Private:
    __slots__ = ("__hidden",)

    def __init__(self):
        self.__hidden = 5


print(Private()._Private__hidden, [n for n in dir(Private) if "hidden" in n])


class WithDict:
    __slots__ = ("a", "__dict__")


w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__, w.a)
