# What people write who know another language. Texts and places.
SOURCES = [
    "print 'hello'",
    'print x',
    "exec 'x'",
    'x++',
    'x = 5 6',
    'a b',
    'if x then:\n    pass',
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset))
