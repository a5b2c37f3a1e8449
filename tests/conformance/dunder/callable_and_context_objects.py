# Objects that pretend: functions, modules, numbers, sequences; __class_getitem__, __format__, __contains__.
class Multiplier:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, plus=0):
        return x * self.n + plus


double = Multiplier(2)
print(double(5), double(5, plus=1), list(map(double, range(3))), callable(double), sorted([3, 1, 2], key=Multiplier(-1)))


class Attr:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *a: f"{name}{a}"


print(Attr().anything(1, 2), Attr().x(), hasattr(Attr(), "y"))


class Path:
    def __init__(self, *parts):
        self.parts = parts

    def __truediv__(self, other):
        return Path(*self.parts, other)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self / name

    def __str__(self):
        return "/".join(self.parts)

    __repr__ = __str__


print(Path("usr") / "bin" / "x", Path().a.b.c, [Path("z")])


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__}]"


print(Generic[int], list[int], dict[str, int], tuple[int, ...], int | None)


class Even:
    def __contains__(self, n):
        return n % 2 == 0

    def __iter__(self):
        return iter((0, 2, 4))

    def __len__(self):
        return 3

    def __getitem__(self, i):
        if isinstance(i, slice):
            return f"slice {i.start}:{i.stop}:{i.step}"
        return i * 2


e = Even()
print(4 in e, 5 in e, list(e), len(e), e[3], e[1:2], e[::2], [*reversed(e)], tuple(e), sum(e))


class Chain:
    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        self.calls.append(name)
        return self

    def __getitem__(self, key):
        self.calls.append([key])
        return self

    def __call__(self, *args, **kw):
        self.calls.append((args, kw))
        return self


c = Chain()
c.a.b(1)[2].c(x=3)
print(c.calls)


class Instance:
    pass


i = Instance()
i.__call__ = lambda: "instance attribute is not used"
i.__len__ = lambda: 5
for work in (lambda: i(), lambda: len(i), lambda: i + 1, lambda: i[0], lambda: -i, lambda: i < i, lambda: i @ i, lambda: i in i, lambda: next(i), lambda: [*i], lambda: {**i}, lambda: f"{i:x}"):
    try:
        print(work())
    except TypeError as error:
        print(error)
