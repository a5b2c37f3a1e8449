# range as a sequence: membership, slicing, equality, huge ranges.
r = range(0, 100, 7)
print(r, len(r), r[0], r[-1], r[2:5], r[::-1], r[::2], list(r[-3:]), r.start, r.stop, r.step)
print(49 in r, 50 in r, 49.0 in r, "a" in r, r.index(49), r.count(49), r.count(1))
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(3) == [0, 1, 2])
big = range(10**30, 10**30 + 10, 3)
print(big[1], big[-1], 10**30 + 3 in big, list(big)[-1] - 10**30, len(range(0, 10**18, 10**9)))
print(list(range(5, 0, -2)), list(range(1, 1)), list(reversed(range(4))), sum(range(101)), max(range(3, 20, 4)), min(range(10, 0, -3)))
print([(i, c) for i, c in zip(range(2, 5), "abc")], bool(range(0)), bool(range(1)), repr(range(1, 2, 1)), range(True, 3))
for work in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: r[20], lambda: r.index(3), lambda: len(range(10**30)), lambda: range(), lambda: range(1, 2, 3, 4), lambda: r + r, lambda: range("3"), lambda: r["a"]):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
match range(3):
    case [a, *rest]:
        print("sequence", a, rest)
