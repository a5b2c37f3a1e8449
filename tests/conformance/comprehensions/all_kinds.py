# List, set and dict comprehensions, nested, with conditions and unpacking.
print([x for x in "abc"], [x * y for x in (1, 2) for y in (10, 20)], [x for x in range(20) if x % 2 if x % 3])
print({x: x**2 for x in range(4)}, {v: k for k, v in {"a": 1, "b": 2}.items()}, sorted({len(w) for w in ["a", "bb", "cc"]}))
print([[i * j for j in range(3)] for i in range(3)], [row[1] for row in [[1, 2], [3, 4]]])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row], [*zip(*matrix)])
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ["abc", "def"]], {k: [*v] for k, v in {"x": "ab"}.items()})
print(["even" if x % 2 == 0 else "odd" for x in range(3)], [y for x in range(4) if (y := x * x) > 3], [x or "none" for x in [0, 1]])
print([f"{i}{c}" for i, c in enumerate("ab", 1)], [lambda: 0 for _ in range(2)].__len__(), [(lambda n: n + i)(1) for i in range(3)])
print([n for n in range(2, 50) if all(n % d for d in range(2, int(n**0.5) + 1))])
print([(x, y, z) for z in range(1, 20) for y in range(1, z) for x in range(1, y) if x * x + y * y == z * z])
print({(x, y) for x in range(2) for y in range(2)} == {(0, 0), (0, 1), (1, 0), (1, 1)}, {x: {y: x * y for y in range(2)} for x in range(2)})
print([x for x in [1, 2, 3]][::-1], sum([x for x in range(5)]), [i for i in range(3)] == list(range(3)), [[] for _ in range(3)])
words = "the quick brown fox jumps over the lazy dog the end".split()
print({w: words.count(w) for w in words if words.count(w) > 1}, sorted({w[0] for w in words}), {w: len(w) for w in words[:3]})
i = "kept"
print([i for i in range(3)], i)
try:
    [x / 0 for x in [1]]
except ZeroDivisionError as error:
    print(error)
try:
    {[]: 1 for _ in [1]}
except TypeError as error:
    print(error)
print([c for c in "a1b2" if c.isdigit()], [*map(int, [c for c in "a1b2" if c.isdigit()])], [x for x in {"k": 1}], [k for k, in ["a", "b"]])
