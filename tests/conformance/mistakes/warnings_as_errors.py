"""A filter makes an error of the compiler's warnings: a SyntaxError with its place."""
import warnings
for src in ("x = 1\nassert (x, 'a')\n", "'\\z'", "1 is 1", "b'\\z'", "(1, 2)(3)", "'\\407'", "0x1for x in y", "[1][2, 3]", "def f():\n    return '\\d'"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always', category=SyntaxWarning)
        try: compile(src, 's', 'exec')
        except SyntaxError as e: print(e)
        print([(str(x.message), x.category.__name__, x.lineno, x.filename) for x in w])
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try: compile(src, 's', 'exec')
        except SyntaxError as e: print(type(e).__name__, e, e.msg, e.filename, e.lineno, e.offset, e.end_lineno, e.end_offset)
