# Stars in displays, calls, targets, subscripts and returns.
def f(*args, **kwargs):
    return args, kwargs


head, *middle, tail = "abcde"
print(head, middle, tail)
*start, last = [1]
print(start, last)
(a, *b), c = [1, 2, 3], 4
print(a, b, c)
for x, *y in [(1, 2, 3), "ab", [9]]:
    print(x, y)
print([*range(3), *"ab"], (*[1], 2), {*(1, 1)}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(f(*[1], 2, *(3, 4), k=1, **{"z": 2}, **{"y": 3}))
print(*"abc", *[], sep="-")


def g():
    rest = (2, 3)
    return 1, *rest


def h():
    yield 0, *g()


print(g(), *h(), [*g(), *g()])


class Grid:
    def __getitem__(self, key):
        return key


print(Grid()[1, *range(2)], Grid()[*"ab"])
i = 0
i, values = 1, [0, 0]
i, values[i] = 0, 5
print(i, values)
x = y = z = []
x.append(1)
print(y is z, z)
for text, work in {
    "few": lambda: (lambda a, b: 0)(*[1]),
    "twice": lambda: f(**{"a": 1}, **{"a": 2}),
    "number": lambda: f(*5),
    "keys": lambda: f(**{1: 2}),
    "mapping": lambda: f(**[1]),
    "merge": lambda: {**[1]},
}.items():
    try:
        print(work())
    except TypeError as error:
        print(text, str(error).replace("__main__.", ""))
for source in ([1], [1, 2, 3], 5, {"k": 1, "l": 2}):
    try:
        p, q = source
        print(p, q)
    except (TypeError, ValueError) as error:
        print(error)
