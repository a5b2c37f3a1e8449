# set and frozenset (printed sorted, since the order is not defined).
a, b = {1, 2, 3, 4}, {3, 4, 5}
for result in (a | b, a & b, a - b, a ^ b, b - a, a.union(b, [9]), a.intersection([1, 2], {1}), a.difference(b, [1]), a.symmetric_difference(b)):
    print(sorted(result), end=" ")
print()
print(a <= b, {3} <= a, {3} < a, a < a, a <= a, a >= {1}, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint({9}), a == {4, 3, 2, 1}, a != b)
s = set()
s.add(1)
s.add(1)
s.update([2, 3], "ab")
s.discard("zz")
s.discard("a")
s.remove("b")
print(sorted(s), len(s), 2 in s, set(), {*()}, set("aab") == {"a", "b"}, bool(set()))
s |= {10}
s &= {1, 2, 10}
s -= {2}
s ^= {1, 5}
print(sorted(s), sorted(s.copy()))
s.clear()
print(s)
f = frozenset([1, 2])
print(f, f | {3}, type({3} | f).__name__, type(f | {3}).__name__, hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset([2, 1])], f == {1, 2})
print(sorted({(1, 2), (0, 5)}), {1} | {1.0, True}, sorted({x % 3 for x in range(10)}), {frozenset([1])}, {1}.pop(), frozenset())
s = {1, 2}
s.intersection_update([2, 3])
s.difference_update([9])
s.symmetric_difference_update([2, 7])
print(s)
for work in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1} | [2], lambda: {1} + {2}, lambda: hash(set()), lambda: f.add(1), lambda: set(5), lambda: {1} < 5, lambda: f[0], lambda: {1}.add(), lambda: {{1}}):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
try:
    for x in (t := {1, 2, 3}):
        t.add(x + 10)
except RuntimeError as error:
    print(error)
print(set("abc") - set("b") == {"a", "c"}, len({1, 1.0, True, "1"}), {1, 2} in [{2, 1}], sum({1, 2, 3}), max({3, 9}), all({0}))
