# Invalid characters, match patterns. Texts and places.
SOURCES = [
    '$x',
    'x = ?',
    'x = 1 if 2',
    'x = “quoted”',
    'a; ; b',
    '@\ndef f(): pass',
    'import *',
    'x: int: 5',
    'match x:\n    case a | b:\n        pass',
    'match x:\n    case a:\n        pass\n    case b:\n        pass',
    "match x:\n    case {**rest, 'a': 1}:\n        pass",
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset))
