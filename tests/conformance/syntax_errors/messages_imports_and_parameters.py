# Broken imports, parameters and arguments. Texts and places.
SOURCES = [
    'import',
    'from x import',
    'from import y',
    'import a.b as',
    'def f(a, a):\n    pass',
    'def f(a=1, b):\n    pass',
    'def f(*):\n    pass',
    'def f(**k, a):\n    pass',
    'f(a=1, 2)',
    'f(**k, *a)',
    'f(a for a in b, c)',
    'f(a=1, a=2)',
    'lambda x=: x',
    'class A(x for x in y):\n    pass',
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset))
