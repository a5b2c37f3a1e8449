# range: lazy, indexable, comparable.
for r in (range(5), range(2, 5), range(0, 10, 3), range(5, 0, -2), range(3, 3), range(5, 2), range(-3, 3)):
    print(r, list(r), len(r), bool(r))
r = range(10, 100, 7)
print(r[0], r[-1], r[2:5], r[::-1], r[::2], list(r[-3:]), r.start, r.stop, r.step)
print(17 in r, 18 in r, 17.0 in r, "a" in r, r.index(24), r.count(24), r.count(25), sum(r), max(r), min(r))
print(range(3) == range(0, 3, 1), range(0) == range(5, 2), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)))
print(list(reversed(range(3))), sorted(range(3), reverse=True), list(zip(range(3), range(10, 13))), [*range(2), *range(2)])
print(len(range(10**18)), range(10**20)[10**19], 10**19 in range(10**20), range(True))
a, b, c = range(3)
print(a, b, c, tuple(range(2)), set(range(2)))
it = iter(range(3))
print(next(it), list(it), next(it, "end"))
for work in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range("3"), lambda: range(), lambda: range(3)[5], lambda: range(3).index(9), lambda: range(3) + range(2), lambda: range(3) < range(2), lambda: range(1, 2, 3, 4)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
try:
    range(3)[0] = 1
except TypeError as error:
    print(error)
total = 0
for i in range(100000):
    total += i
print(total, i)
