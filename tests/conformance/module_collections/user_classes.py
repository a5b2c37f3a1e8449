from collections import ChainMap, UserDict, UserList, UserString


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return f"no {key}"


d = Upper({"a": 1}, b=2)
d.update(c=3)
print(d, len(d), d["A"], d["z"], d.get("z"), "B" in d, list(d.items()))
print(d | {"e": 5}, {"e": 5} | d, type(d | d).__name__, d.copy() == d, d.copy() is d)
print(Upper.fromkeys("xy", 0), d.pop("A"), sorted(d))
d |= {"Q": 9}
print(d, UserDict(a=1) == {"a": 1}, d.setdefault("t", 4))
for wrong in (lambda: UserDict()["x"], lambda: UserDict() | 5):
    try:
        wrong()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)


class Words(UserList):
    pass


w = Words(["b", "a"])
w.append("c")
w += ("d",)
w.extend(Words("e"))
print(w, w[0], w[1:], type(w[1:]).__name__, w + ["x"], ["x"] + w, w * 2, 2 * Words("z"))
w.sort(reverse=True)
print(w, w.pop(), w.index("c"), w.count("e"), "a" in w, w == ["e", "d", "c", "b"], w < Words("z"), w.copy())
w.insert(0, "first")
w.remove("c")
del w[0]
w[0] = "E"
w.reverse()
print(w, len(w), list(reversed(w)), w.clear(), w, bool(w))
try:
    w < 5
except TypeError as error:
    print(error)
try:
    hash(w)
except TypeError as error:
    print(error)


class Name(UserString):
    pass


n = Name("ann")
print(n, repr(n), n.upper(), type(n.upper()).__name__, n + "e", "jo" + n, n * 2, n[0], n[1:], n == "ann", hash(n) == hash("ann"))
print(n.find("n"), n.startswith("a"), "nn" in n, Name("nn") in n, n.replace("n", Name("m")), n.split("n"), len(n))
print(Name("%s!") % "hey", int(Name("12")) + 1, float(Name("1.5")), n.join(["x", "y"]), n < "b", max(n), n.encode())

c = ChainMap({"a": 1}, {"a": 2, "b": 3})
child = c.new_child({"z": 0})
child["b"] = 9
print(c["a"], c["b"], sorted(c), len(c), child, child.parents == c, dict(child), c.get("q"), c | {"a": 7})
del child["b"]
print(child["b"], "z" in child, child.pop("z"))
try:
    del child["a"]
except KeyError as error:
    print(error)
