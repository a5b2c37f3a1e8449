# Indentation, missing blocks, try without except. Texts and places.
SOURCES = [
    'def f():\npass',
    'if True:\n    a\n  b',
    '  x = 1',
    'if True:\n\tx\n        y',
    'x = 1\n    y = 2',
    'for x in y:\n',
    'try:\n    pass\n',
    'try:\n    pass\nx = 1',
    'except:\n    pass',
    'try:\n    pass\nexcept:\n    pass\nexcept ValueError:\n    pass',
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset))
