"""Tokens at the end of a source, in and after f-strings, and what is no token."""
import tokenize, io, token
for src in ("x=1", "x=1\n", "def f():\n    pass", "async def f(): await x", "a\\\n=1", "if 1:\n\tx\n        y\n", "f'{x!r:>{w}}'", "'abc", "(1+2]", "é = 1"):
    try:
        for t in tokenize.generate_tokens(io.StringIO(src).readline): print(token.tok_name[t.type], repr(t.string), t.start, t.end, repr(t.line))
    except Exception as e: print(type(e).__name__, e)
