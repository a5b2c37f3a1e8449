# Unpacking: stars, nesting, targets of every kind, errors.
a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "abc"
x, *empty = [1]
print(start, end, x, empty)
(p, q), [r, *s] = (1, 2), [3, 4, 5]
print(p, q, r, s)
a = b = c = [0]
print(a is c)
d = {}
d["k"], d["j"], *d["rest"] = 1, 2, 3, 4
print(d)


class Box:
    pass


box = Box()
box.x, (box.y, *box.z) = 1, "abc"
print(box.x, box.y, box.z)
data = [1, 2, 3, 4]
data[0], data[-1] = data[-1], data[0]
data[1:3], extra = "XY", 9
print(data, extra)
i, data[i] = 1, "index uses the new i"
print(data)
for k, (v, *w) in {"a": (1, 2, 3), "b": (4,)}.items():
    print(k, v, w)
for head, *tail in [(1, 2, 3), "xy"]:
    print(head, tail)
[*all_of_it] = {"only": "keys"}
print(all_of_it, [*range(3), *"ab", *{9: 0}], (*[1], *(2,)), {*[1, 1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(*[1, 2], *"ab", sep="|")
t = 1, *[2, 3]
print(t, (*t, 4))


def f():
    return *t, 5


print(f())
for text in ("one", "toolong", ""):
    try:
        a, b, c, d = text
    except ValueError as error:
        print(error)


def exec_unpack(value):
    a, b = value


def star(value):
    a, *b, c = value


for f, v in ((exec_unpack, 5), (exec_unpack, None), (star, []), (star, [1]), (exec_unpack, {"a": 1}), (exec_unpack, {1, 2, 3}), (exec_unpack, iter([1]))):
    try:
        f(v)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
