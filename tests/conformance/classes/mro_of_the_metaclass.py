"""A metaclass may decide about the order of base classes."""


class Flat(type):
    def mro(cls):
        print("order of", cls.__name__, "from", [c.__name__ for c in super().mro()])
        return [cls, object]


class Base(metaclass=Flat):
    def greet(self):
        return "hello"


class Child(Base):
    pass


print(Child.__mro__, Child.__bases__, issubclass(Child, Base), isinstance(Child(), Base))
try:
    Child().greet()
except AttributeError as error:
    print(error)


class Reversed(type):
    def mro(cls):
        first, *rest = super().mro()
        return [first, *sorted(rest, key=lambda c: c.__name__)]


class B(metaclass=Reversed):
    name = "B"


class A(metaclass=Reversed):
    name = "A"


class C(B, A):
    pass


print(C.name, [c.__name__ for c in C.__mro__])
for wrong in ([1, 2], "ab", 5, None):
    try:
        Reversed("Wrong", (), {"mro": None}) if False else type("Odd", (type,), {"mro": lambda cls, w=wrong: w})("Made", (), {})
    except TypeError as error:
        print(error)
