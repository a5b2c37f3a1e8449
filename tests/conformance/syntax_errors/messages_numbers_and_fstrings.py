# Broken numbers, f-strings and string literals. Texts and places.
SOURCES = [
    'x = 08',
    '0x',
    '1_',
    '1__0',
    '5abc',
    '1e',
    '0b2',
    '0o9',
    "f'{'",
    "f'{}'",
    "f'{a!x}'",
    "f'{a b}'",
    "f'}'",
    "f'{a'",
    "f'{a:{b}'",
    "'\\x'",
    "b'é'",
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset))
