# Ranges beyond machine integers, booleans as bounds, slices of huge ranges, counting odd objects.
import sys

flags = range(False, True, True)
print(flags, type(flags.start), type(flags.stop), type(flags.step))
big = range(10**30)
print(big[::10**29], len(big[5:15]), big[-1], big[10**29:][0])
print(big[::-1][:3], list(big[::-1][:2]))
print(range(-(10**20), 10**20, 10**19)[3:-3:2], list(range(10**20, 10**20 + 3)))
print(slice(None, None, -1).indices(10**20), slice(-(10**30), 10**30).indices(5), slice(5, None, 10**25).indices(10**21))
try:
    len(big)
except OverflowError as error:
    print(error)
print(10**29 in big, -1 in big, 0.5 in range(3), 2.0 in range(3), "a" in range(3))
print(big.index(10**25), big.count(3), range(10).count(2.0), range(3).index(1.0))


class Even:
    def __eq__(self, other):
        return other % 2 == 0


print(range(10).count(Even()), range(10).index(Even()), Even() in range(1, 2))
for action in (lambda: range(3).index(7), lambda: range(3).index("x"), lambda: range(1.0), lambda: range(3)["a"],
               lambda: range(3)[10**40], lambda: range(0, 5, 0), lambda: slice(0, 1, 0).indices(3),
               lambda: slice("a").indices(3), lambda: slice(1).indices(-1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Two:
    def __index__(self):
        return 2


print(range(Two()), list(range(Two(), 8, Two())), [10, 20, 30][Two()], "abcdef"[Two() : 4])
print(range(sys.maxsize - 1, sys.maxsize + 2)[-1] - sys.maxsize, hash(range(0)) == hash(range(2, 1)))
print(range(0, 3, 2) == range(0, 4, 2), range(5)[1:4] == range(1, 4), range(0) == range(2, 2))
