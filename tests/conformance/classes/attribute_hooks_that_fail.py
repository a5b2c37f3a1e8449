"""__getattr__, __getattribute__, properties and descriptors that raise, and who takes over then."""


class Falls:
    @property
    def broken(self):
        return self.missing

    def __getattr__(self, name):
        return f"fallback for {name}"


print(Falls().broken, Falls().anything)


class Strict:
    @property
    def broken(self):
        return self.missing


for action in (lambda: Strict().broken, lambda: Strict().brokn, lambda: Strict.broken.fget(5), lambda: Strict.missing):
    try:
        print(action())
    except AttributeError as error:
        print(error, "|", error.name, type(error.obj).__name__)
print(hasattr(Strict(), "broken"), getattr(Strict(), "broken", "default"))


class Recursive:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Recursive().a
except RecursionError as error:
    print(error)


class ByDict:
    def __getattr__(self, name):
        try:
            return self.__dict__["values"][name]
        except KeyError:
            raise AttributeError(name) from None


thing = ByDict()
try:
    thing.x
except AttributeError as error:
    print(repr(error), error.name)
thing.values = {"x": 1}
print(thing.x, hasattr(thing, "y"))


class All:
    def __getattribute__(self, name):
        if name.startswith("secret"):
            raise AttributeError(f"no {name} for you")
        return super().__getattribute__(name)

    secret = 1
    open = 2


print(All().open, hasattr(All(), "secret"), All.secret)
try:
    All().secret
except AttributeError as error:
    print(error, error.name)


class Guarded:
    def __setattr__(self, name, value):
        if name.startswith("_"):
            raise AttributeError(f"{name} is not for writing")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("deleting", name)
        super().__delattr__(name)


guarded = Guarded()
guarded.x = 1
for action in ("guarded._y = 1", "del guarded.x", "del guarded.x", "setattr(guarded, '_z', 2)", "guarded.__dict__['_y'] = 5", "print(guarded._y)"):
    try:
        exec(action)
    except AttributeError as error:
        print(action, "->", error)
