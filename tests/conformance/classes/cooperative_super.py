"""super() in diamonds, with arguments passed on, in class methods, properties, comprehensions and without arguments."""


class Base:
    def __init__(self, **rest):
        print("Base", rest)
        super().__init__()

    def describe(self):
        return ["Base"]

    @classmethod
    def make(cls, **arguments):
        return cls(**arguments)

    @property
    def label(self):
        return "base"

    @staticmethod
    def helper():
        return "helper of Base"


class Left(Base):
    def __init__(self, left=0, **rest):
        print("Left", left)
        super().__init__(**rest)

    def describe(self):
        return ["Left", *super().describe()]

    @property
    def label(self):
        return f"left({super().label})"


class Right(Base):
    def __init__(self, right=0, **rest):
        print("Right", right)
        super().__init__(**rest)

    def describe(self):
        return ["Right", *super().describe()]

    @property
    def label(self):
        return f"right({super().label})"

    @staticmethod
    def helper():
        return f"Right, then {super(Right, Right).helper()}"


class Bottom(Left, Right):
    def describe(self):
        in_comprehension = [super(Bottom, self).label for _ in range(1)]
        nested = (lambda: super(Bottom, self).describe())()
        return ["Bottom", *super().describe(), in_comprehension, len(nested)]

    @classmethod
    def make(cls, **arguments):
        print("making", cls.__name__)
        return super().make(**arguments)


bottom = Bottom.make(left=1, right=2, other=3)
print(bottom.describe(), bottom.label, Bottom.helper(), [c.__name__ for c in Bottom.__mro__])
proxy = super(Left, bottom)
print(proxy.describe(), proxy.label, type(proxy).__name__, proxy.__thisclass__.__name__, proxy.__self_class__.__name__, proxy.__self__ is bottom)
print(super(Base, Bottom).__init__ is object.__init__, super(Left, Bottom).describe(bottom))


def outside():
    return super().x


class NoSelf:
    def method():
        return super().x

    def deleted(self):
        del self
        return super().x

    def rebound(self):
        self = 5
        return super().describe()

    missing = lambda self: super().nothing

    def setting(self):
        super().attribute = 1

    def item(self):
        return super()[0]


for action in (outside, NoSelf.method, NoSelf().deleted, NoSelf().rebound, NoSelf().missing, NoSelf().setting, NoSelf().item, lambda: super(), lambda: super(5), lambda: super(int, "a"), lambda: super(Left, Base()), lambda: super(int).real):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for bases in ((Base, Left), (Left, Base), (Left, Right, Base), (Bottom, Left)):
    try:
        print([c.__name__ for c in type("Made", bases, {}).__mro__])
    except TypeError as error:
        print(error)
