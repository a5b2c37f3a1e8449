# The texts and places of many syntax errors.
SOURCES = [
    "if True\n    pass", "for i in range(3)\n    pass", "def f()\n    pass", "class A\n    pass", "while True print(1)", "else:\n    pass",
    "print('hello'", "x = [1, 2", "x = {1: 2", "f(1, 2", "x = (1, 2]", "print('unterminated", "s = '''never closed", "x = )", "x = 1 +", "x = = 1",
    "if x = 5:\n    pass", "while x = 1:\n    pass", "5 = x", "f() = 1", "'a' = 1", "x + 1 = 2", "None = 1", "True = 5", "(a, 5) = 1", "[x for x in y] = 1", "del 5", "del f()",
    "for 5 in x:\n    pass", "with x as 5:\n    pass", "import", "from x import", "from import y", "import a.b as", "def f(a, a):\n    pass", "def f(a=1, b):\n    pass",
    "def f(*):\n    pass", "def f(**k, a):\n    pass", "f(a=1, 2)", "f(**k, *a)", "f(a for a in b, c)", "f(a=1, a=2)", "lambda x=: x", "class A(x for x in y):\n    pass",
    "return 5", "yield 1", "break", "continue", "await x", "def f():\n    await x", "async with a:\n    pass", "async for x in y:\n    pass", "[x async for x in y]", "nonlocal x", "def f():\n    nonlocal x",
    "def f():\n    x = 1\n    global x", "def f(x):\n    global x", "def f():\n    print(x)\n    global x", "async def f():\n    yield 1\n    return 2", "async def f():\n    yield from x",
    "def f():\npass", "if True:\n    a\n  b", "  x = 1", "if True:\n\tx\n        y", "x = 1\n    y = 2", "for x in y:\n", "try:\n    pass\n", "try:\n    pass\nx = 1", "except:\n    pass",
    "try:\n    pass\nexcept:\n    pass\nexcept ValueError:\n    pass", "print 'hello'", "print x", "exec 'x'", "x++", "x = 5 6", "a b", "if x then:\n    pass", "x = 08", "0x", "1_", "1__0", "5abc", "1e", "0b2", "0o9",
    "f'{'", "f'{}'", "f'{a!x}'", "f'{a b}'", "f'}'", "f'{a'", "f'{a:{b}'", "'\\x'", "b'é'", "$x", "x = ?", "x = 1 if 2", "x = “quoted”", "a; ; b", "@\ndef f(): pass", "import *", "x: int: 5",
    "match x:\n    case a | b:\n        pass", "match x:\n    case a:\n        pass\n    case b:\n        pass", "match x:\n    case {**rest, 'a': 1}:\n        pass", "x = yield = 1", "a, b += 1", "x := 5", "(x.y := 5)", "not = 5", "raise x from", "assert", "global", "lambda: (yield",
    "def f():\n    '''doc", "else if x:\n    pass", "elif x:\n    pass", "class", "def", "def 5():\n    pass", "import 5", "*a", "*a = 5", "a, *b, *c = x", "print(*)", "f(**)", "{**a for a in b}", "[*a for a in b]", "x = {1, 2: 3}", "{1: 2, 3}", "\\ x", "a = b\\",
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset))
