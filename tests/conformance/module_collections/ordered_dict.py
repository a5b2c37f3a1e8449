# OrderedDict beside dict: order counts, moving to an end, popping from either.
from collections import OrderedDict

a = OrderedDict(one=1, two=2, three=3)
b = OrderedDict([("two", 2), ("one", 1), ("three", 3)])
print(a == b, a == dict(b), dict(a) == dict(b), a)
a.move_to_end("one")
print(list(a))
a.move_to_end("three", last=False)
print(list(a), list(reversed(a)))
print(a.popitem(), a.popitem(last=False), a)
a["two"] = 22
a["new"] = 0
print(a, list(a.items()), a.setdefault("more", []), a.pop("more"), a.pop("gone", None))
for work in (lambda: a.move_to_end("gone"), lambda: OrderedDict().popitem(), lambda: a.pop("gone")):
    try:
        work()
    except KeyError as error:
        print("KeyError", error)
c = a.copy()
c.update(x=1)
print(a, c, type(a | {"z": 1}).__name__, OrderedDict.fromkeys("ab", 0), list(reversed(c.values())))


class Recent(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __setitem__(self, key, value):
        if key in self:
            self.move_to_end(key)
        super().__setitem__(key, value)
        while len(self) > self.size:
            self.popitem(last=False)


r = Recent(2)
for key in "abac":
    r[key] = key.upper()
print(r, r.size)
