"""A local that goes when its function returns does not see that function's frame any more, whatever its finalizer does."""
import gc
import sys


class Local:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        caller = sys._getframe(1)
        print(self.name, "goes under", caller.f_code.co_name, "with", sorted(n for n in caller.f_locals if n in "abcde"))


class Raising:
    def __del__(self):
        self.missing


def returns(value):
    a = [1, 2, 3]
    b = Local("b")
    c = {"x": a}
    d = Local("d")
    return value


def raises():
    a = Local("a")
    raise ValueError("left by an exception")


def outer():
    e = "outer"
    print(returns(42))
    try:
        raises()
    except ValueError as error:
        print(error)
    print("still in outer", e)


outer()


def quiet():
    local = Raising()


sys.unraisablehook = lambda info: None
quiet()
gc.collect()
before = len(gc.get_objects())
for _ in range(50):
    quiet()
gc.collect()
print("nothing piles up:", len(gc.get_objects()) - before < 10)
last = Local("global")
