# __eq__ with inheritance, __hash__ set to None, __ne__, __init__ order, __new__ with arguments, immutables.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "y", y)

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y) if isinstance(o, Point) else NotImplemented

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __iter__(self):
        return iter((self.x, self.y))


p, q = Point(1, 2), Point(1, 2)
print(p == q, p is q, {p, q}, p in [q], p != q, p == (1, 2), hash(p) == hash(q), [*p])
for work in (lambda: setattr(p, "x", 5), lambda: setattr(p, "z", 5), lambda: p.z, lambda: delattr(p, "x") or p.x):
    try:
        print(work())
    except AttributeError as error:
        print(error)


class OnlyEq:
    def __eq__(self, o):
        return True


print(OnlyEq.__hash__, OnlyEq() == 5, OnlyEq() != 5)
try:
    hash(OnlyEq())
except TypeError as error:
    print(error)


class Restored(OnlyEq):
    __hash__ = object.__hash__


print(isinstance(hash(Restored()), int))


class Upper(str):
    def __new__(cls, text, *, suffix=""):
        self = super().__new__(cls, text.upper() + suffix)
        self.original = text
        return self

    def __init__(self, text, **kw):
        print("init", text, kw)


u = Upper("abc", suffix="!")
print(u, u.original, u + "d", isinstance(u, str), u == "ABC!", len(u), u.lower())


class Interned:
    cache = {}

    def __new__(cls, key):
        return cls.cache.setdefault(key, super().__new__(cls))


print(Interned("a") is Interned("a"), Interned("a") is Interned("b"), len(Interned.cache))


class Base:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)


class Derived(Base):
    def __init__(self, a, b=2):
        print("init", a, b)


Derived(1)
for bad in (lambda: Derived(), lambda: object(1), lambda: Base.__new__(), lambda: object.__new__(5), lambda: type("A", 5, {}), lambda: type("A", (5,), {}), lambda: type("A", (), 5), lambda: type(5, (), {})):
    try:
        bad()
    except TypeError as error:
        print(error)
print(type("Dyn", (Base,), {"v": 1, "m": lambda self: self.v})(1).m())
