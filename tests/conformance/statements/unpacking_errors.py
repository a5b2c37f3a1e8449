"""Assignments that do not fit their value, and statements over the wrong things."""

statements = r"""
a, b = 1 | a, b = 1, 2, 3 | a, b = [1] | a, b = "abc" | a, *b = [] | a, *b, c = [1] | [a, b, c] = (1, 2) | (a, b), c = 1, 2 | a, b = None | a, b = {} | a, b = {1, 2, 3}
for x in 5: pass | for x in None: pass | for a, b in [1]: pass | for a, b in [(1, 2, 3)]: pass | for a, b in {"ab": 1, "cde": 2}: pass | for i, (a, b) in enumerate([1]): pass
x = 1; x += "a" | x = "a"; x += 1 | x = [1]; x += 1 | x = (1,); x += [2] | x = None; x += 1 | x = {}; x += 1 | x = 5; x -= "a" | x = [1]; x *= "a" | x = 1; x /= 0 | x = "a"; x %= (1, 2) | y += 1 | x = {1}; x |= 5 | x = {1: 2}; x |= 5
x = (1, 2); x[0] = 1 | x = "abc"; x[0] = "z" | x = b"abc"; x[0] = 1 | x = 5; x[0] = 1 | x = None; x[0] = 1 | x = range(3); x[0] = 1 | x = {1}; x[0] = 1 | x = [1]; x[5] = 1 | x = [1]; x["a"] = 1 | x = [1, 2]; x[::2] = [1, 2, 3] | x = [1]; x[0:1] = 5 | x = {}; x[[]] = 1
x = (1, 2); del x[0] | x = "abc"; del x[0] | x = 5; del x[0] | x = [1]; del x[5] | x = {}; del x["a"] | del not_there | x = 5; del x.real | x = [1]; del x[::0] | x = {1}; del x[1]
x = 5; x.y = 1 | x = "a"; x.y = 1 | x = None; x.y = 1 | x = [].append; x.y = 1 | int.y = 1 | x = object(); x.y = 1 | x = len; x.y = 1 | (1).real = 5 | x = lambda: 1; x.__name__ = 5 | x = lambda: 1; x.__code__ = 5 | x = lambda: 1; x.__defaults__ = 5
raise 5 | raise None | raise "text" | raise int | raise ValueError from 5 | raise ValueError from "text" | raise | assert False | assert 0, "message" | assert [], [1, 2] | assert not 1, None
with 5: pass | with open: pass | import no_such_module | import os.no_such | from no_such import x | import os as o, no_such
class A(5): pass | class A(int, str): pass | class A(bool): pass | class A(object, int): pass | class A(int, int): pass | class A(metaclass=5): pass | class A(x=1): pass | class A(None): pass | class A(len): pass | class A(*5): pass | class A: x = 1 / 0
def f(a=1 / 0): pass | def f(a: not_there): pass | f = lambda a=not_there: a | @5\ndef f(): pass | @not_there\ndef f(): pass | @len\nclass A: pass
match 5:\n    case str(x): pass\n    case 5: print("five") | match [1]:\n    case int(1, 2): pass | match 1:\n    case not_there.x: pass | match 1:\n    case len(): pass | match 1:\n    case int(a=1, b=2): print("no")
try:\n    1 / 0\nexcept 5: pass | try:\n    1 / 0\nexcept (ValueError, 5): pass | try:\n    1 / 0\nexcept not_there: pass | try:\n    raise ValueError\nexcept* 5: pass | try:\n    raise ExceptionGroup("g", [ValueError()])\nexcept* ExceptionGroup: pass | while 1 / 0: pass | if not_there: pass | global_name = undefined_name
"""
for text in statements.strip().replace("\n", " | ").split(" | "):
    source = text.replace("\\n", "\n")
    try:
        exec(source, {})
        print(text, "works")
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)
