# array as a sequence: slices, growth, search, comparison.
from array import array, typecodes


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(typecodes)
a = array("i", range(10))
print(a, len(a), a[3], a[-1], a[2:5], a[::-1], a[::3], a[20:])
a.append(10)
a.extend([11, 12])
a.extend(array("i", [13]))
a.insert(0, -5)
a.insert(-1, 99)
a.insert(100, 7)
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(5)
print(a.index(6), a.index(6, 2), a.count(6), 3 in a, 500 in a, "x" in a)
a.reverse()
print(a)
a[1] = 77
a[2:4] = array("i", [1, 2, 3, 4])
print(a)
a[::2] = array("i", [0] * len(a[::2]))
print(a)
del a[0], a[1:3]
del a[::2]
print(a)
b = c = array("h", [1, 2])
b += array("h", [3])
b *= 2
print(b, b is c, b + b, 2 * b, b * 0)
print(array("i", [1, 2]) == array("d", [1, 2]), array("i", [1, 2]) < array("i", [1, 3]), array("b") == [])
print(list(b), list(reversed(b)), sum(b), max(b), sorted(b, reverse=True), bool(array("d")))

for bad in (lambda: a[50], lambda: a["x"], lambda: a + [1], lambda: a + b, lambda: a * 1.5, lambda: a < 5, lambda: hash(a)):
    attempt(bad)
attempt(a.pop, 100)
attempt(array("i").pop)
attempt(a.remove, 500)
attempt(a.index, 500)
attempt(a.extend, array("l", [1]))
attempt(a.__setitem__, slice(0, 2), [1, 2])
attempt(a.__setitem__, slice(None, None, 2), array("i", [0]))

match array("i", [1, 2]):
    case [x, y]:
        print("sequence of", x, y)
