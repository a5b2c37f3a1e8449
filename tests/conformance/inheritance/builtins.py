# Classes that inherit from builtin types.
class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def peek(self):
        return self[-1]


s = Stack([1, 2])
s.push(3).push(4)
print(s, len(s), s.peek(), s[1:], type(s[1:]).__name__, isinstance(s, list), s == [1, 2, 3, 4])
print(sorted(s, reverse=True), sum(s), 3 in s)


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


d = Default(a=1)
print(d["a"], d["b"], d.get("b"), d, "b" in d)


class Name(str):
    def shout(self):
        return self.upper() + "!"


n = Name("mina")
print(n.shout(), n + "x", type(n + "x").__name__, len(n), n == "mina", {n: 1}["mina"])


class Meters(int):
    def __add__(self, other):
        return Meters(int(self) + other)

    def __repr__(self):
        return f"{int(self)}m"


print(Meters(5) + 3, [Meters(1)], Meters(2) * 3, type(Meters(2) * 3).__name__)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
print(p, p.first, p == (1, 2), hash(p) == hash((1, 2)))


class MyError(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


try:
    raise MyError(7, "seven")
except Exception as error:
    print(repr(error), error, error.code, error.args)


class Temp(float):
    pass


print(Temp("1.5") + 1, repr(Temp(2)), Temp(3) == 3)


class Unique(set):
    pass


print(Unique([1]) | {2}, type(Unique() | {1}).__name__, type(Unique().copy()).__name__)
