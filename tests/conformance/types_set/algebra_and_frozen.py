# Sets: algebra, comparisons, frozenset, methods that take any iterable.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(a.union([9], "x" and (8,))), sorted(a.difference(range(3))), a.isdisjoint([7]))
print({1, 2} <= a, {1, 2} < a, a <= a, a < a, a >= {4}, {1} == {1.0}, a == b, {1, 2} < {3, 4, 5}, {1, 2} > {3})
c = set(a)
c |= {10}
c &= {1, 2, 10}
c -= {2}
c ^= {1, 5}
print(sorted(c), c is not a)
c.update([1, 2], {3})
c.intersection_update(range(4))
c.symmetric_difference_update([3, 4])
c.difference_update([1])
print(sorted(c), c.discard(99), len(c))
f = frozenset("abc")
print(sorted(f), f == set("cab"), hash(f) == hash(frozenset("cba")), {f: 1}[frozenset("bca")], type(f | {1}).__name__, type({1} | f).__name__, f.copy() is f)
groups = {frozenset(w) for w in ("tea", "eat", "ate", "tan")}
print(len(groups), frozenset("aet") in groups, {"t", "e", "a"} in groups)
for work in (lambda: a | [1], lambda: {[]}, lambda: a.remove(99), lambda: set().pop(), lambda: f.add(1), lambda: a < 3, lambda: hash(a), lambda: set(1), lambda: a[0], lambda: a.union(1)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
seen = set()
print([x for x in "mississippi" if not (x in seen or seen.add(x))], set() or "empty", repr(set()), repr(frozenset()), {*"a", *"a"})
