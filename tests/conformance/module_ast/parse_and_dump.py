"""Source to tree: every kind of node, dumped with positions, and unparsed again."""
import ast

SOURCE = '''
"""Module docstring."""
from __future__ import annotations
import os as o, sys
from . import x
from a.b import (c as d)

@deco(1)
def f(a, /, b: int = 1, *args, c, d=2, **kw) -> str:
    """doc"""
    x = [i for i in range(3) if i if i > 1]
    y: int = 3
    (z): int
    return {**a, 1: 2}, {1, 2}, (yield), f"a{x!r:>{y}}b{z=}"

async def g[T: int, *Ts, **P](it):
    async for i in it:
        await i
    async with a as b, c:
        pass
    first = lambda *a, k=1: a
    del x, y[1:2:3], z.w
    return [v async for v in it], (w for w in it), {k: v for k, v in it}, {s for s in it}

class C(B, metaclass=M):
    x = 1

try:
    pass
except* (A, B) as e:
    raise X from e
try:
    pass
except E:
    pass
else:
    pass
finally:
    pass
while True:
    break
else:
    pass
match v:
    case 1 | -2: pass
    case [a, *_, b] if a: pass
    case {"k": v, **rest}: pass
    case Point(0, y=1): pass
    case None | True: pass
    case "a" as q: pass
    case _: pass
a = b = 0x1234567890123456789012345678901234567890
a += 1.5; a //= 2j
assert not -x, 'msg'
global gg
type X[T] = list[T]
if (n := 10) < 5 <= x is not None not in y: ...
elif ~n: yes
else: no
print(*a, **k, sep='', u=u'uni', b=b'\\x00\\xff')
with open(a) as file, (yield): pass
'ü안녕' + a.b[c] @ d ** -e or f and not g
(yield from h), await_ if i else j
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree, include_attributes=True))
print(ast.dump(ast.parse("x = 1\nprint(x)"), indent=2))
print(ast.dump(ast.parse("f(a, k=1)", mode="eval"), annotate_fields=False))
print(ast.dump(ast.parse("a; b", mode="single")))
text = ast.unparse(tree)
print(text)
print(ast.dump(ast.parse(text)) == ast.dump(tree))
print(ast.get_docstring(tree), ast.get_docstring(tree.body[4]))
print(ast.get_source_segment(SOURCE, tree.body[-2].value))
print(len(list(ast.walk(tree))))
