# bisect: places in sorted lists, with keys and bounds.
import bisect

scores = [33, 60, 70, 70, 80, 90]
print(bisect.bisect_left(scores, 70), bisect.bisect_right(scores, 70), bisect.bisect(scores, 1), bisect.bisect(scores, 99))


def grade(score, breaks=(60, 70, 80, 90), letters="FDCBA"):
    return letters[bisect.bisect(breaks, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])


def index(items, x):
    i = bisect.bisect_left(items, x)
    if i != len(items) and items[i] == x:
        return i
    raise ValueError(f"{x} is not there")


print(index(scores, 80))
try:
    index(scores, 81)
except ValueError as error:
    print(error)
names = []
for name in "eve bob ann dan bob".split():
    bisect.insort(names, name)
print(names)
rows = [("a", 1), ("b", 5), ("c", 9)]
bisect.insort(rows, ("new", 5), key=lambda r: r[1])
bisect.insort_left(rows, ("left", 5), key=lambda r: r[1])
print(rows, bisect.bisect_left(rows, 5, key=lambda r: r[1]))
print(bisect.bisect_left(scores, 70, 3), bisect.bisect_left(scores, 70, 0, 2), bisect.bisect(range(0, 10**12, 7), 10**9))
for work in (lambda: bisect.bisect(scores, 1, -1), lambda: bisect.bisect([1, 2], "a"), lambda: bisect.insort((1, 2), 3), lambda: bisect.bisect(5, 1)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
