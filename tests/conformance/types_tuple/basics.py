# tuple: making, comparing, unpacking, immutability.
print((), (1,), (1, 2), tuple("ab"), tuple([1]), tuple(range(3)), 1, 2)
t = 1, "a", None, (2, 3), [4]
print(t, len(t), t[0], t[-1], t[1:3], t + (5,), t * 2, 2 * (1,))
print(t.index("a"), t.count(1), None in t, 1 in t, t == (1, "a", None, (2, 3), [4]))
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") == (1.0, "a"), (1, 2) != [1, 2])
print(hash((1, 2)) == hash((1, 2)), {(1, 2): "key"}[1, 2], sorted([(2, 1), (1, 2), (1, 1)]))
t[4].append(5)
print(t)
try:
    t[4] += [6]
except TypeError as error:
    print(error, t)
for work in (lambda: t[9], lambda: t + [1], lambda: hash(t), lambda: t.index("zz"), lambda: (1, "a") < (1, 2), lambda: t.__setitem__):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
a, (b, c), *d = 1, (2, 3), 4, 5
print(a, b, c, d)
a, b = b, a
print(a, b)
(x,) = [9]
[y, z] = "yz"
print(x, y, z)


def pair():
    return 1, 2


q, r = pair()
print(q, r, pair()[0], isinstance(pair(), tuple))
print(min((3, 1), (2, 9)), max([(1, "b"), (1, "a")]), sum((1, 2, 3)), tuple(reversed((1, 2))), (1, 2) * 0)
print(repr((1,)), str(((),)), f"{(1, 2)}", "%s-%s" % (1, 2), "%s" % ((1, 2),))
