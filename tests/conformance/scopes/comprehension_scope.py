# Comprehensions have their own scope, but see the enclosing one.
x = "outside"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", "cd")}, x)


def f():
    base = 10
    result = [base + i for i in range(3)]
    nested = [[base * i + j for j in range(2)] for i in range(2)]
    functions = [lambda: i for i in range(3)]
    captured = [lambda i=i: i + base for i in range(3)]
    return result, nested, [g() for g in functions], [g() for g in captured]


print(f())


class K:
    limit = 3
    ok = [n for n in range(limit)]
    try:
        bad = [n for n in range(3) if n < limit]
    except NameError as error:
        print(error)


print(K.ok)


def walrus():
    total = 0
    running = [total := total + n for n in (1, 2, 3, 4)]
    return running, total, [last := n for n in "abc"], last


print(walrus())
if any((found := n) > 3 for n in [1, 2, 5, 7]):
    print("found", found)


def lazily():
    n = 1
    gen = (n * i for i in range(3))
    n = 100
    return list(gen)


print(lazily())

try:
    gen = (1 / i for i in undefined)
except NameError as error:
    print("the first iterable is evaluated at once:", error)
gen = (undefined for i in [1])
try:
    next(gen)
except NameError as error:
    print("the rest is evaluated later:", error)
