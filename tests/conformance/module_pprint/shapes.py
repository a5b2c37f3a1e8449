# pprint: widths, depth, nesting, kinds of containers.
import collections
import dataclasses
import pprint

data = {"name": "a long enough name", "numbers": list(range(30)), "nested": {"b": [1, 2], "a": ("x",) * 3}, "text": "lorem ipsum " * 10}
pprint.pprint(data)
pprint.pprint(data, width=40, compact=True)
pprint.pprint([[[[1, 2], 3], 4], 5], depth=2)
pprint.pprint({"b": 1, "a": 2}, sort_dicts=False)
pprint.pp({"b": 1, "a": 2})
print(pprint.pformat([1, 2, 3], width=5), pprint.pformat({3, 1, 2}), pprint.pformat(()), pprint.pformat(frozenset("a")))
pprint.pprint(["a" * 30, "b" * 30, ["c" * 30]], indent=4)
pprint.pprint(collections.OrderedDict(a=1, b=2))
pprint.pprint(collections.defaultdict(int, {"x" * 30: 1, "y" * 40: 2}))
pprint.pprint(collections.Counter("hello world" * 3), width=30)
pprint.pprint(collections.deque(range(25), maxlen=40), width=40)


@dataclasses.dataclass
class Row:
    identifier: int
    description: str
    values: list


pprint.pprint(Row(1, "short", []))
pprint.pprint([Row(2, "a longer description of it", list(range(12)))], width=50)
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1]), pprint.saferepr({"b": 1, "a": 2}))
pprint.pprint(b"bytes " * 20, width=50)
pprint.pprint(123456789, underscore_numbers=True)
