# Missing colons, unclosed brackets and strings. Texts and places.
SOURCES = [
    'if True\n    pass',
    'for i in range(3)\n    pass',
    'def f()\n    pass',
    'class A\n    pass',
    'while True print(1)',
    'else:\n    pass',
    "print('hello'",
    'x = [1, 2',
    'x = {1: 2',
    'f(1, 2',
    'x = (1, 2]',
    "print('unterminated",
    "s = '''never closed",
    'x = )',
    'x = 1 +',
    'x = = 1',
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset))
