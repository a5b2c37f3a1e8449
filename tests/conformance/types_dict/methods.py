# dict: every method, insertion order.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, len(d), list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d["a"], d.get("x"), d.get("x", 0), d.setdefault("x", []), d.setdefault("a", 99), d)
del d["b"]
d["b"] = "again at the end"
print(d, d.pop("x"), d.pop("nope", None), d.popitem(), d)
d.update({"z": 26}, y=25)
d.update([("q", 1), ("r", 2)])
d.update(s=3)
print(d, "a" in d, "nope" not in d)
print(d | {"a": "new"}, {"a": 1} | {"b": 2}, {**d, "extra": 1})
d |= {"m": 1}
print(list(reversed(d)), dict(reversed(d.items())))
e = d.copy()
e.clear()
print(e, d == dict(d), {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == {}, {1: "a"} != {1: "b"})
print(dict(), dict(a=1), dict([(1, 2)]), dict({1: 2}, b=3), dict(zip("ab", range(2))), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "t", None: "n", "": "e"})
keys = d.keys()
d["live"] = 1
print("live" in keys, len(keys), sorted(keys & {"a", "live"}), keys - {"a", "z", "y", "q", "r", "s", "m", "live", "c"}, sorted({"a", "b"} | keys)[:3])
print(d.items() >= {("a", 2)}, ("a", 2) in d.items(), 2 in d.values(), repr({"x": 1}.keys()), repr({"x": 1}.items()), repr({"x": 1}.values()))
nested = {"a": {"b": {"c": 1}}}
nested["a"]["b"]["c"] += 1
nested["self"] = nested
print(nested)
for work in (lambda: d["nope"], lambda: {}.popitem(), lambda: {}.pop("k"), lambda: {[]: 1}, lambda: {}[{}], lambda: dict(5), lambda: dict([1]), lambda: dict(["abc"]), lambda: {} < {}, lambda: {} + {}, lambda: hash({}), lambda: {}.update(5), lambda: {1: 2}.x, lambda: d | 5):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
