# namedtuple, OrderedDict, ChainMap, UserDict and friends.
from collections import ChainMap, OrderedDict, UserDict, UserList, UserString, namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), Point._fields, Point._make([5, 6]), p == (1, 2), len(p), *p)
x, y = p
print(x, y, isinstance(p, tuple), p + (3,), Point.__name__, sorted([Point(2, 1), Point(1, 9)]), hash(p) == hash((1, 2)), p._field_defaults)
Card = namedtuple("Card", ["rank", "suit"], defaults=["hearts"])
print(Card(5), Card(5, "clubs"), Card._field_defaults, repr(Card("a")))
print(namedtuple("R", "a def a b", rename=True)._fields)


class Vector(namedtuple("V", "a b")):
    __slots__ = ()

    def __add__(self, o):
        return Vector(self.a + o.a, self.b + o.b)


print(Vector(1, 2) + Vector(3, 4))
for work in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, 2, z=3), lambda: namedtuple("B", "a a"), lambda: namedtuple("B", "def"), lambda: setattr(p, "x", 5), lambda: p._replace(q=1), lambda: p.z):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(last=False), list(o), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, list(reversed(o)))
defaults, user = {"colour": "red", "size": 1}, {"size": 5}
chain = ChainMap(user, defaults)
chain["new"] = 1
print(chain["size"], chain["colour"], user, list(chain), len(chain), chain.maps, chain.new_child({"size": 9})["size"], chain.parents["size"], dict(chain))


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u["b"] = 2
print(u, u.data, "A" in u, UserList([1, 2]) + [3], UserString("abc").upper())
