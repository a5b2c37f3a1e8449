# Comparison methods, their reflections, hashing, truth.
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        print("eq", end=" ")
        return self.n == o.n if isinstance(o, Version) else NotImplemented

    def __lt__(self, o):
        print("lt", end=" ")
        return self.n < o.n if isinstance(o, Version) else NotImplemented

    def __le__(self, o):
        print("le", end=" ")
        return self.n <= o.n

    def __hash__(self):
        return hash(self.n)


a, b = Version(1), Version(2)
print(a == b, a != b, a < b, a > b, a <= b, a >= b, a == 1, 1 == a, a != 1)
print(a is a, a in [b, a], [a, b].index(b), [b, a].count(a))
print(sorted([b, a])[0].n, max(a, b).n, {a: "x"}[Version(1)], len({a, Version(1)}))
for work in (lambda: a < 1, lambda: 1 < a, lambda: a > 1, lambda: a < "x"):
    try:
        print(work())
    except TypeError as error:
        print(error)


class OnlyLen:
    def __len__(self):
        return 0


class Truth:
    def __bool__(self):
        return False

    def __len__(self):
        return 5


print(bool(OnlyLen()), bool(Truth()), not Truth(), "yes" if OnlyLen() else "no", len(Truth()))


class BadBool:
    def __bool__(self):
        return 1


class BadLen:
    def __len__(self):
        return -1


class FloatLen:
    def __len__(self):
        return 1.5


class BadHash:
    def __hash__(self):
        return "x"


class BadRepr:
    def __repr__(self):
        return 5


for work in (lambda: bool(BadBool()), lambda: len(BadLen()), lambda: len(FloatLen()), lambda: hash(BadHash()), lambda: repr(BadRepr()), lambda: str(BadRepr())):
    try:
        print(work())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Weird:
    def __eq__(self, o):
        return "not a bool"

    def __lt__(self, o):
        return []


print(Weird() == 1, Weird() != 1, Weird() < 1, 1 > Weird(), bool(Weird() < 1), Weird().__hash__)


class Base:
    def __eq__(self, o):
        return "base"


class Derived(Base):
    def __eq__(self, o):
        return "derived"


print(Base() == Derived(), Derived() == Base(), object() == 5, object().__eq__(5), (1).__eq__("x"))
