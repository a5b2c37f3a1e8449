# Stars in calls, displays, assignments, returns, subscripts, and their order of evaluation.
def show(*args, **kw):
    return args, kw


def note(x):
    print("eval", x, end="; ")
    return x


a, d = [1, 2], {"x": 1}
print(show(*a, 3, *"ab", k=1, **d, **{"y": 2}), show(*a, *a), show(**d, z=0), show(*range(2), *(c for c in "q")))
print(show(note(1), *note([2]), note(3), k=note(4), **note({"z": 5})))
print([*a, *a], (*a, 0), {*a, 9}, {**d, "x": 2, **{"w": 3}}, [*{}], [*"ab", *b"c"], {**{}, **{}})


def f(a, *b, c, d=4, **e):
    return a, b, c, d, e


print(f(1, 2, 3, c=5), f(*[1, 2], **{"c": 3, "q": 4}), f(1, c=2, **{"d": 9}))


def forward(*args, **kw):
    return f(*args, **kw)


print(forward(1, 2, c=3, extra=True))


class Spread:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k * 2


print(show(**Spread()), {**Spread()}, dict(Spread()))


def defaults(a, b=[], *, c={}):
    b.append(a)
    c[a] = len(b)
    return b, c


defaults(1)
print(defaults(2), defaults(3, [], c={}))
print(max(*[3, 1], 2), print(*[], sep="-"), "{} {}".format(*a), "{x}".format(**d), [*map(str, a)], sum([*a, *a]))
args = (1, 2)
kwargs = {"c": 3}
print(f(*args, **kwargs), f(0, *args, **kwargs, d=5), (lambda *a, **k: (a, k))(*args, **kwargs))
x = [*range(3)]
x[1:2] = *"ab", *"c"
print(x)
for item in *a, *"z":
    print(item, end=" ")
print()


def gen():
    yield *a, 3
    return *a, 4


g = gen()
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
