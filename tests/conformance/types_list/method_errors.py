"""What lists, tuples, sets and dictionaries say about what they cannot do."""

calls = """
[1] + "a" | [1] + (2,) | [1] - [1] | [1] * "a" | [1] * 1.5 | [1] < (1,) | [1][5] | [1]["a"] | [1][1.0] | [1][::0] | [1]() | [].pop() | [1].pop(5) | [1].pop("a")
[].remove(1) | [1, 2].index(3) | [1, 2].index(1, 1) | [].append() | [].append(1, 2) | [].extend(1) | [].extend() | [].insert(1) | [].insert("a", 1) | [].sort(1) | [].sort(key=1) | [2, 1].sort(key=1) | [1].count() | [].copy(1) | [].reverse(1) | [].nope | list.append(1, 2)
(1,)[5] | (1,)["a"] | (1,) + [2] | (1,).index(2) | (1,).append(2) | (1, 2) < (1, "a") | (1,) * 1.5 | tuple(1) | (1, 2).count()
{}["a"] | {1: 2}[3] | {"a": 1}["b"] | {}.pop("a") | {}.pop() | {}.pop("a", None) | {}.popitem() | {}.update(1) | {}.update([1]) | {}.update([(1, 2, 3)]) | {}.get() | {}.setdefault() | {}.fromkeys() | {}.fromkeys(1) | {1: 2} + {3: 4} | {1: 2} | [1] | {} < {} | {[]: 1} | {{}: 1} | {}.nope | dict(a=1)(2) | {**1} | {**[1]} | dict(**{1: 2})
set().pop() | set().remove(1) | {1}.remove("a") | {1} + {2} | {1} | [2] | {1} & 1 | {1} < 1 | {[]} | {1}[0] | {1}.add([]) | {1}.update(5) | set().union(5) | frozenset({1}).add(2) | {1}.add() | {1}.nope | {1}.issubset(5) | set(1, 2)
range(3)[5] | range(3)["a"] | range(3) + range(2) | range(3).nope | range(3).index(5) | range(3).count() | range(3)[0] + "a" | len(range(10**30)) | range(5)[::0] | iter([])[0] | len(iter([])) | len(x for x in []) | (x for x in [])[0]
[*1] | [*None] | (lambda *a: a)(*5) | (lambda **k: k)(**5) | (lambda **k: k)(**{1: 2}) | (lambda a: a)(1, a=2) | (lambda a: a)() | (lambda a, b: a)() | (lambda a, b, c: a)(1) | (lambda a: a)(b=1) | (lambda: 1)(1) | (lambda a=1: a)(1, 2) | (lambda *, a: a)() | (lambda *, a, b: a)() | (lambda a, /: a)(a=1) | (lambda a, *, b: a)(1, 2) | (lambda first: 1)(frst=1)
None[0] | None.x | None() | None + 1 | 5() | 5[0] | 5 .x | 5 in 5 | -None | +"a" | ~1.5 | not_defined | prnt | int.x | len.x | len[0] | print.x | type.x | object.x | object().x | ....x | NotImplemented.x
1 / 0 | 1 // 0 | 1 % 0 | 1.0 / 0 | 1.0 // 0 | 1.5 % 0 | 0 ** -1 | 0.0 ** -1 | 2 ** "a" | 10.0 ** 400 | (-8) ** 0.5 | 1 << -1 | 1 >> -1 | 1.5 & 1 | 1.5 << 1 | 1 @ 1 | 1j < 2j | 1j // 1 | 1j % 1 | complex(1, 2) > 0 | divmod(1j, 1) | int(1j) | float(1j) | round(1j)
"""
for line in calls.strip().split("\n"):
    for text in line.split(" | "):
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "->", type(error).__name__ + ":", error)
