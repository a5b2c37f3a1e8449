# Things that cannot be assigned to or deleted. Texts and places.
SOURCES = [
    'if x = 5:\n    pass',
    'while x = 1:\n    pass',
    '5 = x',
    'f() = 1',
    "'a' = 1",
    'x + 1 = 2',
    'None = 1',
    'True = 5',
    '(a, 5) = 1',
    '[x for x in y] = 1',
    'del 5',
    'del f()',
    'for 5 in x:\n    pass',
    'with x as 5:\n    pass',
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset))
