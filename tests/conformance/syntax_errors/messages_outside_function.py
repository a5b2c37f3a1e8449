# Statements outside the place where they are allowed. Texts and places.
SOURCES = [
    'return 5',
    'yield 1',
    'break',
    'continue',
    'await x',
    'def f():\n    await x',
    'async with a:\n    pass',
    'async for x in y:\n    pass',
    '[x async for x in y]',
    'nonlocal x',
    'def f():\n    nonlocal x',
    'def f():\n    x = 1\n    global x',
    'def f(x):\n    global x',
    'def f():\n    print(x)\n    global x',
    'async def f():\n    yield 1\n    return 2',
    'async def f():\n    yield from x',
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset))
