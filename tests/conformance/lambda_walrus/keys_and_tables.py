# Lambdas: sort keys, tables of functions, defaults, currying, immediate calls.
words = "the Quick brown fox Jumps".split()
print(sorted(words, key=lambda w: (len(w), w.lower())), sorted(words, key=lambda w: w[::-1]), max(words, key=lambda w: w.count("o")))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "?": lambda *args, **k: (args, k), "const": lambda: 42}
print(table["+"](1, 2), table["?"](1, z=2), table["const"](), (lambda: None)(), (lambda x, /, y=2, *z, k=3: (x, y, z, k))(1, 5, 6))
adders = [lambda x, n=n: x + n for n in range(3)]
late = [lambda x: x + n for n in range(3)]
print([a(10) for a in adders], [a(10) for a in late])
curry = lambda f: lambda a: lambda b: f(a, b)
compose = lambda *fs: lambda x: x if not fs else fs[0](compose(*fs[1:])(x))
print(curry(pow)(2)(5), compose(str, lambda x: x * 2, abs)(-4), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])), list(filter(lambda n: n % 2, range(6))))
f = lambda n: n and n * f(n - 1) or 1
print(f(5), f.__name__, f.__qualname__, (lambda: (yield))().send(None), (lambda x: lambda: x).__code__.co_varnames)
pairs = {"b": 2, "a": 3}
print(sorted(pairs.items(), key=lambda kv: kv[1], reverse=True), min(pairs, key=lambda k: pairs[k]))
print((lambda a, b: a if a > b else b)(3, 7), [*(lambda *a: a)(*"xy")], (lambda **k: k)(a=1), [x for x in filter(None, (lambda: [0, 1])())])
try:
    (lambda x: x)()
except TypeError as error:
    print(error)


class C:
    double = lambda self: self.n * 2
    n = 4


print(C().double(), C.double.__qualname__)
