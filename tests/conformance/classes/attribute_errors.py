# AttributeError texts for classes, instances, builtins and modules.
import math


class C:
    __slots__ = ("a",)


class D:
    value = 1

    @property
    def fixed(self):
        return 5


def attempt(work):
    try:
        print(work())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, "|", error)


attempt(lambda: C().a)
attempt(lambda: setattr(C(), "b", 1))
attempt(lambda: D().nothing)
attempt(lambda: D.nothing)
attempt(lambda: delattr(D(), "value"))
attempt(lambda: delattr(D, "nothing"))
attempt(lambda: setattr(D(), "fixed", 1))
attempt(lambda: delattr(D(), "fixed"))
attempt(lambda: None.x)
attempt(lambda: (5).x)
attempt(lambda: "s".x)
attempt(lambda: [].x)
attempt(lambda: setattr(5, "x", 1))
attempt(lambda: setattr([], "x", 1))
attempt(lambda: math.nothing_here)
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: len.x)
attempt(lambda: getattr(D(), 5))
attempt(lambda: D().fixed)
attempt(lambda: object().x)
attempt(lambda: setattr(object(), "x", 1))
