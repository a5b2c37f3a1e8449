# Cooperative super(): a diamond, keyword arguments passed on, mixins, explicit super.
class Root:
    def __init__(self, **kwargs):
        print("Root", kwargs)
        assert not kwargs

    def draw(self):
        assert not hasattr(super(), "draw")
        return ["Root"]


class Shape(Root):
    def __init__(self, name, **kwargs):
        print("Shape", name)
        self.name = name
        super().__init__(**kwargs)

    def draw(self):
        return [f"Shape {self.name}"] + super().draw()


class Coloured(Root):
    def __init__(self, colour="red", **kwargs):
        print("Coloured", colour)
        self.colour = colour
        super().__init__(**kwargs)

    def draw(self):
        return [f"Coloured {self.colour}"] + super().draw()


class Both(Shape, Coloured):
    def draw(self):
        return ["Both"] + super(Both, self).draw() + Shape.draw.__get__(self)()[:1]


b = Both(name="b", colour="blue")
print(b.draw())
print([c.__name__ for c in Both.__mro__], Both.__bases__ == (Shape, Coloured), Root.__subclasses__() == [Shape, Coloured])
print(super(Shape, b).draw(), super(Shape, Both).draw(b), repr(super(Shape, b)).split(" at ")[0])


class Counting(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, (self.get(key, (0,))[0] + 1, value))


c = Counting(a=1)
c["b"] = 2
c["b"] = 3
c.update(z=1)
print(c)


class Base:
    @classmethod
    def make(cls):
        return cls.__name__

    @property
    def value(self):
        return 1


class Derived(Base):
    @classmethod
    def make(cls):
        return "derived " + super().make()

    @property
    def value(self):
        return super().value + 10


print(Derived.make(), Derived().value)
for work in (lambda: Both("x", "y"), lambda: super(), lambda: super(Shape, 5).draw(), lambda: type("X", (Root, Shape), {}), lambda: super(Root, b).draw()):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
