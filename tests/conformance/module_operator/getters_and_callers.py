# itemgetter, attrgetter, methodcaller: functions made from names.
from collections import namedtuple
from operator import attrgetter, itemgetter, methodcaller

rows = [("pear", 3), ("apple", 7), ("fig", 3)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)), list(map(itemgetter(0), rows)))
print(itemgetter(2)("abc"), itemgetter(slice(1, None))("abc"), itemgetter("k")({"k": "v"}), itemgetter(0, -1)([1, 2, 3]))
P = namedtuple("P", "name address")
A = namedtuple("A", "city")
people = [P("Ann", A("Rome")), P("Bob", A("Bonn"))]
print(list(map(attrgetter("address.city"), people)), attrgetter("name", "address.city")(people[0]))
print(methodcaller("upper")("abc"), methodcaller("split", ",", maxsplit=1)("a,b,c"), list(map(methodcaller("count", "a"), ["banana", "fig"])))
print(itemgetter(1, 2), attrgetter("a.b", "c"), methodcaller("m", 1, k=2))
for work in (
    lambda: itemgetter(5)([1]),
    lambda: itemgetter("x")({}),
    lambda: attrgetter("a.b")(1),
    lambda: attrgetter(5),
    lambda: methodcaller(),
    lambda: methodcaller("nope")("s"),
    lambda: itemgetter(),
    lambda: itemgetter(0)(1),
):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
