# Comprehensions: several loops, conditions, nesting, evaluation order, generators.
print([(x, y) for x in range(3) for y in range(x)], [x for x in range(20) if x % 2 if x % 3], ["even" if n % 2 == 0 else "odd" for n in range(4)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [n for row in matrix for n in row], [sum(r) for r in zip(*matrix)])
print({word: len(word) for word in ("a", "bb", "a")}, {v: k for k, v in {"x": 1, "y": 1}.items()}, sorted({n % 3 for n in range(10)}))


def log(value):
    print("log", value)
    return value


print({log("k"): log("v")}, [log(x) for x in log([1, 2]) if log(x) > 1])
lazy = (log(n) for n in log(range(2)))
print("made")
print(next(lazy), list(lazy), list(lazy))
print([y for x in range(5) if (y := x * x) > 3], [a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ["ab", "cd"]])
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
x = "outer"
print([x for x in range(2)], x, any(n > 2 for n in range(9)), sum(1 for c in "banana" if c == "a"), max((len(w), w) for w in ("aa", "b", "cc")), dict((k, k * 2) for k in "ab"), ",".join(str(n) for n in range(3)))
table = [[0] * 3 for _ in range(2)]
table[0][0] = 1
print(table, [[]] * 2, [[i * j for j in range(1, 4)] for i in range(1, 4)])
primes = [n for n in range(2, 30) if all(n % d for d in range(2, int(n**0.5) + 1))]
print(primes, [(a, b, c) for c in range(1, 14) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
try:
    [undefined for _ in range(1)]
except NameError as error:
    print(error)
try:
    [1 / n for n in (1, 0)]
except ZeroDivisionError as error:
    print(error)
