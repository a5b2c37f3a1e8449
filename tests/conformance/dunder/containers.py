# Container protocols: getitem, setitem, delitem, contains, iter, len, reversed, missing, call, str.
class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        print("get", key)
        return self.cells[key]

    def __setitem__(self, key, value):
        print("set", key, value)
        self.cells[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self.cells[key]

    def __len__(self):
        return len(self.cells)

    def __contains__(self, key):
        print("contains", key)
        return key in self.cells

    def __iter__(self):
        return iter(sorted(self.cells))

    def __call__(self, *args, **kw):
        return args, kw

    def __str__(self):
        return "Grid str"

    def __reversed__(self):
        return "reversed result"


g = Grid()
g[1, 2] = "x"
g[0, 0] = "o"
g[1, 2] += "y"
print(g[1, 2], len(g), (0, 0) in g, (9, 9) not in g, list(g), g(1, a=2), str(g), f"{g}", reversed(g), bool(g))
del g[0, 0]
try:
    g[5]
except KeyError as error:
    print(error)


class OldIteration:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


o = OldIteration()
print(list(o), 20 in o, 25 in o, [*o], max(o))
a, b, *c = o
print(a, b, c)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n

    def __length_hint__(self):
        return self.n


print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(5), tuple(Countdown(2)), dict.fromkeys(Countdown(2)), sorted(Countdown(3)))


class BadIter:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        return self


for wrong in (BadIter(), NoNext()):
    try:
        list(wrong)
    except TypeError as error:
        print(error)
calls = iter(iter([1, 2, 0, 5]).__next__, 0)
print(list(calls))
