# Views, merging, sorting, grouping, inverting, nested defaults, comparison.
a = {"x": 1, "y": 2}
b = {"y": 20, "z": 30}
print({**a, **b}, {**b, **a}, a | b, dict(a, **b), dict(list(a.items()) + list(b.items())))
print(sorted(a.keys() | b.keys()), a.keys() & b.keys(), sorted(a.keys() ^ b.keys()), a.keys() - b.keys(), a.keys() == {"x", "y"}, a.keys() <= {"x", "y", "q"}, a.keys().isdisjoint("q"))
items = a.items()
a["new"] = 3
print(items, ("new", 3) in items, len(items), list(a.values()), 3 in a.values())
print(sorted(a.items(), key=lambda kv: -kv[1]), max(a, key=a.get), dict(sorted(a.items(), reverse=True)), min(a.values()), sum(a.values()))
inverse = {}
for k, v in {"a": 1, "b": 2, "c": 1}.items():
    inverse.setdefault(v, []).append(k)
print(inverse)
tree = {}
for path, value in (("a.b.c", 1), ("a.b.d", 2), ("a.e", 3), ("f", 4)):
    *parents, leaf = path.split(".")
    node = tree
    for p in parents:
        node = node.setdefault(p, {})
    node[leaf] = value
print(tree)


def flatten(d, prefix=""):
    for k, v in d.items():
        if isinstance(v, dict):
            yield from flatten(v, f"{prefix}{k}.")
        else:
            yield prefix + k, v


print(dict(flatten(tree)))
d = {}
d[1], d["1"], d[1.5], d[None], d[(1,)], d[True] = "int", "str", "float", "none", "tuple", "bool overwrites 1"
print(d, len(d))
d = dict.fromkeys(["a", "b"], [])
d["a"].append(1)
print(d)
print(a == {"new": 3, "y": 2, "x": 1}, {"a": {"b": 1}} == {"a": {"b": 1}}, {} == [], {1: 2} != {1: 3})
first = next(iter(a))
last = next(reversed(a))
print(first, last, list(a)[-1], a.popitem(), list(enumerate(a)), dict(enumerate("ab")), list(zip(a, a.values())))
for bad in (lambda: a.keys().x, lambda: a.items()[0], lambda: {}.pop("k"), lambda: {**5}, lambda: dict(**{1: 2}), lambda: a.fromkeys(5), lambda: hash(a.keys()), lambda: a.get()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
