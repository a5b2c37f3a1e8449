# Decorators of classes: adding methods, keeping one instance, collecting subclasses.
def add_repr(*fields):
    def decorate(cls):
        def __repr__(self):
            inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields)
            return f"{type(self).__name__}({inner})"

        cls.__repr__ = __repr__
        return cls

    return decorate


def singleton(cls):
    made = {}

    def make(*args, **kwargs):
        if cls not in made:
            made[cls] = cls(*args, **kwargs)
        return made[cls]

    make.cls = cls
    return make


def frozen(cls):
    class Frozen(cls):
        def __setattr__(self, name, value):
            if hasattr(self, name):
                raise AttributeError(f"{name} is set already")
            super().__setattr__(name, value)

    Frozen.__name__ = Frozen.__qualname__ = cls.__name__
    return Frozen


@add_repr("x", "y")
@frozen
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


@singleton
class Settings:
    def __init__(self, theme="light"):
        self.theme = theme


p = Point(1, "b")
print(p, Point.__mro__[1].__name__, [c.__name__ for c in Point.__mro__])
try:
    p.x = 2
except AttributeError as error:
    print(error, p)
print(Settings("dark") is Settings(), Settings().theme, isinstance(Settings(), Settings.cls))
try:
    isinstance(Settings(), Settings)
except TypeError as error:
    print(error)
