# Mixins, template methods, cooperative keyword arguments, NotImplemented protocols.
class Shape:
    def __init__(self, **kw):
        super().__init__(**kw)
        self.tags = []

    def area(self):
        raise NotImplementedError(f"{type(self).__name__}.area")

    def describe(self):
        return f"{type(self).__name__} {self.area():.2f} {self.tags}"


class Named:
    def __init__(self, *, name="?", **kw):
        super().__init__(**kw)
        self.name = name

    def describe(self):
        return f"{self.name}: {super().describe()}"


class Coloured:
    def __init__(self, *, colour=None, **kw):
        super().__init__(**kw)
        self.colour = colour

    def describe(self):
        return f"{super().describe()} in {self.colour}"


class Circle(Named, Coloured, Shape):
    def __init__(self, r, **kw):
        super().__init__(**kw)
        self.r = r

    def area(self):
        return 3.14159 * self.r**2


class Blob(Named, Shape):
    pass


c = Circle(2, name="c", colour="red")
print(c.describe(), [k.__name__ for k in Circle.__mro__])
try:
    Blob(name="b").describe()
except NotImplementedError as error:
    print(repr(error))
try:
    Circle(1, size=3)
except TypeError as error:
    print(error)


class Comparable:
    def key(self):
        raise NotImplementedError

    def __eq__(self, o):
        return self.key() == o.key() if isinstance(o, Comparable) else NotImplemented

    def __lt__(self, o):
        return self.key() < o.key() if isinstance(o, Comparable) else NotImplemented

    def __hash__(self):
        return hash(self.key())


class Reprable:
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"


class Money(Comparable, Reprable):
    def __init__(self, amount, unit="KRW"):
        self.amount, self.unit = amount, unit

    def key(self):
        return self.unit, self.amount


print(sorted([Money(5), Money(1), Money(3, "EUR")]), Money(1) == Money(1), Money(1) in {Money(1)}, Money(1) == 1)
try:
    Money(1) < 5
except TypeError as error:
    print(error)


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    who = lambda self: "C" + super(C, self).who()


class D(B, C):
    def who(self):
        return "D" + super().who() + "|" + super(B, self).who() + "|" + A.who(self)


print(D().who(), D.__mro__[2].__name__)
B.who = lambda self: "patched"
print(D().who())
D.extra = property(lambda self: "late property")
print(D().extra, isinstance(D(), C), D.__bases__[0].__name__)
d = D()
d.__class__ = A
print(d.who(), type(d).__name__)
for work in (lambda: super().x, lambda: super(int, "x"), lambda: type("X", (int, str), {}), lambda: type("Y", (bool,), {}), lambda: object.__new__(int), lambda: D.__bases__.x):
    try:
        work()
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)
