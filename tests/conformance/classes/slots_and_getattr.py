# __slots__, __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


s = Slotted(1)
print(s.x, hasattr(s, "y"), hasattr(s, "__dict__"))
s.y = 2
del s.x
print(hasattr(s, "x"), s.y)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattr__(self, name):
        print("look for", name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        print("store", name)
        setattr(self.target, name, value)

    def __delattr__(self, name):
        print("remove", name)
        delattr(self.target, name)


class Box:
    pass


p = Proxy(Box())
p.size = 3
print(p.size)
del p.size
try:
    p.size
except AttributeError as error:
    print(error)


class Everything:
    a = 1

    def __getattribute__(self, name):
        if name.startswith("_"):
            return object.__getattribute__(self, name)
        if name == "missing":
            raise AttributeError("not here")
        return name * 2

    def __getattr__(self, name):
        return "fallback for " + name


e = Everything()
print(e.a, e.hello, e.missing, e.__class__.__name__)


class Listed:
    def __dir__(self):
        return ["b", "a"]


print(dir(Listed()))
print([n for n in dir(Box) if not n.startswith("__")])
