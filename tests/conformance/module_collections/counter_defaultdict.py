# Counter and defaultdict.
from collections import Counter, defaultdict

c = Counter("mississippi")
print(c, c["s"], c["zz"], c.most_common(2), c.most_common(), len(c), sorted(c.elements()), c.total())
c.update("miss")
c.update({"x": 3})
c.subtract("ss")
print(c, c + Counter(m=1), c - Counter(i=3, x=9), c & Counter(s=1, p=9), c | Counter(q=2), +Counter(a=-1, b=2), -Counter(a=-1, b=2))
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(), Counter([1, 1, 2]), Counter(a=2, b=1), dict(Counter("ab")), Counter({"a": 1})["a"])
del c["x"]
c["new"] += 5
print(c, "x" in c, list(c), Counter("abc").most_common(0), sum(c.values()), Counter("aab").copy())
d = defaultdict(list)
for word in "apple avocado banana".split():
    d[word[0]].append(word)
print(d, dict(d), d["new"], "other" in d, d.get("other"), len(d), d.default_factory)
n = defaultdict(int)
for ch in "hello":
    n[ch] += 1
print(n, sorted(n.items()), n.pop("h"), n | {"z": 1})
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
print(nested["a"]["b"], list(nested), {k: dict(v) for k, v in nested.items()})
for work in (lambda: defaultdict(None)["x"], lambda: defaultdict(5), lambda: Counter(5), lambda: defaultdict(list, a=1)["a"], lambda: Counter.fromkeys("ab")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
