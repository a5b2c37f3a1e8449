# Changing lists while iterating; stable sorting; keys; builtins over lists.
a = [1, 2, 3, 4, 5, 6]
for x in a:
    if x % 2 == 0:
        a.remove(x)
print(a)
a = [1, 2, 3]
for x in a:
    if len(a) < 8:
        a.append(x * 10)
print(a)
it = iter(a)
print(next(it), next(it), list(it), next(it, "empty"))
a.append("too late")
print(next(it, "still empty"))


class Item:
    def __init__(self, key, label):
        self.key, self.label = key, label

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return f"{self.label}{self.key}"


items = [Item(2, "a"), Item(1, "b"), Item(2, "c"), Item(1, "d"), Item(0, "e")]
print(sorted(items), sorted(items, reverse=True), min(items), sorted(items, key=lambda i: (-i.key, i.label)))
calls = []
print(sorted([3, 1, 2], key=lambda n: calls.append(n) or -n), calls)
print(max([1, 5, 3], key=lambda n: -n), max([], default="none"), min("b", "a", key=ord), max([[1, 2], [1, 3]]))
print(sum([[1], [2, 3]], []), any([0, "", 3]), all([1, 2, 0]), any([]), all([]))
print(list(zip([1, 2, 3], "ab")), list(zip()), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])))
print(list(enumerate("ab", 5)), list(reversed([1, 2, 3])), [*map(str, range(3))], dict(zip("ab", [1, 2])))
print(list(zip("ab", "cd", strict=True)))
try:
    list(zip("abc", "de", strict=True))
except ValueError as error:
    print(error)
for work in (lambda: max([]), lambda: min(), lambda: sum(["a"]), lambda: max(1, "a"), lambda: next(iter([])), lambda: next([1]), lambda: iter(5), lambda: reversed({1}), lambda: enumerate(5), lambda: zip(1)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
big = [(i * 7919) % 1009 for i in range(2000)]
print(sorted(big) == sorted(big, reverse=True)[::-1], sorted(big)[:5], sorted(range(50), key=lambda n: n % 7)[:10])
