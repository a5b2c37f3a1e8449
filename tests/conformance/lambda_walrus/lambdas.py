# Lambdas: parameters, defaults, closures, immediate calls.
print((lambda: 5)(), (lambda x, y=2, *a, k=3, **kw: (x, y, a, k, kw))(1, 4, 5, k=6, z=7), (lambda *a: a)(1, 2), (lambda **k: k)(a=1))
compose = lambda f, g: lambda *a: f(g(*a))
print(compose(str, abs)(-5), compose(lambda x: x + 1, lambda x: x * 2)(10))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(lambda x: x > 1, [1, 2, 3])))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "neg": lambda a: -a}
print(table["+"](1, 2), table["-"](5, 3), table["neg"](4))
print((lambda n: (lambda f, n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1), n))(6))
y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(y(lambda me: lambda n: n if n < 2 else me(n - 1) + me(n - 2))(15))
add = lambda a: lambda b: lambda c: a + b + c
print(add(1)(2)(3), (lambda x: x if x else "empty")(""), (lambda: (yield))().__class__.__name__)
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3), (lambda: None)() is None, [f() for f in [lambda i=i: i for i in range(3)]])
print(max([3, -9, 5], key=lambda v: v * v), (lambda x: (x, x * 2))(4), (lambda x: [x for x in range(x)])(3))
