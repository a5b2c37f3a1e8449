# Expressions and statements cut short or mixed up. Texts and places.
SOURCES = [
    'x = yield = 1',
    'a, b += 1',
    'x := 5',
    '(x.y := 5)',
    'not = 5',
    'raise x from',
    'assert',
    'global',
    'lambda: (yield',
    "def f():\n    '''doc",
    'else if x:\n    pass',
    'elif x:\n    pass',
    'class',
    'def',
    'def 5():\n    pass',
    'import 5',
    '*a',
    '*a = 5',
    'a, *b, *c = x',
    'print(*)',
    'f(**)',
    '{**a for a in b}',
    '[*a for a in b]',
    'x = {1, 2: 3}',
    '{1: 2, 3}',
    '\\ x',
    'a = b\\',
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset))
