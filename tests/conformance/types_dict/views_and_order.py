"""Dictionary views as sets, order after changes, merging, comprehension order and reversed()."""
d = dict(zip("abc", range(3)))
keys, values, items = d.keys(), d.values(), d.items()
d["d"] = 3
print(keys, values, items, len(keys), "d" in keys, 3 in values, ("d", 3) in items, ("d", 4) in items, list(reversed(d)), list(reversed(items)))
del d["a"]
d["a"] = 9
d["b"] = 8
print(d, list(keys), next(iter(d)), list(d.items())[-1])
other = {"b": 0, "z": 1}
print(sorted(keys & other), sorted(keys | other), sorted(keys - other.keys()), sorted(keys ^ other.keys()), sorted(items & {("b", 8), ("x", 1)}), keys & ["b", "q"], keys.isdisjoint("xy"), keys >= {"a"}, keys == set("abcd"), {} .keys() < keys)
print(d | other, other | d, {**d, **other, "k": 1}, dict(d, z=5), dict([("x", 1), ("x", 2)]), d == dict(reversed(d.items())), dict(a=1) == {"a": 1.0})
d |= {"a": 0}
d |= [("n", 1)]
print(d, d.pop("n"), d.pop("n", "gone"), d.popitem(), d.setdefault("s", []), d.setdefault("s", 5), d.get("none"), d)
d.update({"b": 1}, c=2)
d.update([("e", 3)])
print(d, d.copy() is d, d.copy() == d, dict.fromkeys("ab"), dict.fromkeys(range(2), []), {v: k for k, v in {"x": 1, "y": 1}.items()})
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared, sorted({"b": 1, "a": 2}), max({"a": 5, "b": 1}), max({"a": 5, "b": 1}, key={"a": 5, "b": 1}.get), sum({1: 2, 3: 4}), list(enumerate({"x": 1})), [*{"k": 1}], "".join({"p": 1, "q": 2}))
nested = {}
nested.setdefault("a", {}).setdefault("b", []).append(1)
nested["a"]["c"] = nested["a"]["b"]
nested["a"]["c"].append(2)
print(nested, {1: "a", True: "b", 1.0: "c"}, {(1, 2): "t", frozenset({1}): "f", None: 0, "": 1}, {} or "empty", bool({0: 0}))
for text in ("d.items()[0]", "keys + keys", "values == d.values()", "values & values", "d['nope']", "d.pop()", "d.popitem() if not d else {}.popitem()", "dict(1)", "dict([1])", "d < d", "d + d", "{[]: 1}", "d.update(5)", "d |= 5", "d | [1]", "{}.fromkeys(5)", "del d['nope']", "hash(d)", "hash(keys)", "d.keys().append(1)", "{**5}", "dict(**{1: 2})", "next(keys)", "keys[0]"):
    try:
        print(text, "=", eval(text) if not text.startswith(("del", "d |=")) else exec(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2


m = Default(a=1)
print(m["a"], m["zz"], m.get("zz"), "zz" in m, len(m), m, m | {"b": 2}, type(m | {}).__name__, type(m.copy()).__name__)
