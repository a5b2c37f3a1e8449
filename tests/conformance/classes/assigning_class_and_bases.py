"""Assigning to __class__, __bases__, __name__ and other attributes of classes and instances."""


class A:
    def who(self):
        return "A"


class B:
    def who(self):
        return "B"


class Child(A):
    pass


class Slotted:
    __slots__ = ("x",)


a = A()
a.__class__ = B
print(a.who(), type(a).__name__, isinstance(a, A))
attempts = """
a.__class__ = int
a.__class__ = 5
a.__class__ = Slotted
(5).__class__ = A
Child.__bases__ = (B,)
print(Child().who(), Child.__mro__)
Child.__bases__ = ()
Child.__bases__ = (Child,)
Child.__bases__ = (A, A)
Child.__bases__ = 5
Child.__bases__ = (5,)
A.__name__ = "Renamed"
print(A, A.__name__, A.__qualname__)
A.__name__ = 5
A.__name__ = "with\\0null"
A.__qualname__ = "Some.Where"
print(A)
A.__qualname__ = 5
A.__module__ = "elsewhere"
print(A, A())
A.__dict__ = {}
A.__dict__["x"] = 1
A.__doc__ = "new doc"
print(A.__doc__, A().__doc__)
del A.__doc__
del A.__name__
del a.__class__
del a.__dict__["x"]
a.__dict__ = {"z": 1}
print(a.z, vars(a))
a.__dict__ = 5
int.x = 1
int.__name__ = "integer"
del int.real
Slotted().y = 1
Slotted().__dict__
Slotted.x = 5
print(Slotted().x)
Slotted().x = 1
A.__mro__ = ()
A.__base__ = int
""".strip().split("\n")
for text in attempts:
    try:
        exec(text)
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", str(error).replace(repr(a), "<a>").split(" at 0x")[0])
