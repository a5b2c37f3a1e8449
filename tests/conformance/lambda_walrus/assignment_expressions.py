"""The walrus: where it may stand, whose variable it sets, and where it may not stand."""
import re

if (n := len("hello")) > 3:
    print(n)
while (item := next(source := iter([3]) if "source" not in globals() else source, None)) is not None:
    print("item", item)
print([y := 1, y**2, y**3], (z := 5) + z, z)
print([last := x for x in range(3)], last)
print(any((witness := word).startswith("b") for word in ("apple", "banana", "cherry")), witness)
print([half for x in range(6) if (half := x // 2) and x % 2])
total = 0
print([total := total + v for v in (1, 2, 3)], total)


def scope():
    inside = [local := v for v in range(3)]
    return local, inside, sorted(locals())


print(scope())


def shares():
    counter = 0

    def bump():
        nonlocal counter
        return [counter := counter + 1 for _ in range(2)]

    return bump(), counter


print(shares())


def global_one():
    global made_here
    [made_here := n for n in "ab"]


global_one()
print(made_here, f"{(w := 7)} {w}", {(k := "key"): (v := "value")}, k, v)
print((lambda: (a := 1) + a)(), (lambda x: [x := x * 2, x])(4))


def default(value=(d := 10)):
    return value


print(default(), d)
if (match := re.match(r"(\w+)=(\d+)", "size=42")) and (groups := match.groups()):
    print(groups)
data = [1, 2, 3, 4]
print(data[(i := 1)], data[i : (j := 3)], i, j)
for source in (
    "x := 1", "(x.y := 1)", "(x[0] := 1)", "((a, b) := 1)", "f(x := 1, y=(z := 2))", "f(a=x := 1)", "lambda: x := 1", "[x := 0 for x in y]", "[i := 0 for i, j in y]",
    "[[(j := 0) for i in range(5)] for j in range(5)]", "class C: [x := 1 for _ in y]", "[i for i in (x := y)]", "(x := 1, 2)", "x = y := 1", "x = (y := 1)", "assert (x := 1)", "del (x := 1)", "(x := 1) = 2", "with (x := y): pass", "f'{x:=5}'", "f'{(x:=5)}'", "def f(a=x := 1): pass", "[x for x in y if z := x]", "(x: int := 5)", "while x := 1: pass", "print(x := 1)", "return (x := 1)", "(True := 1)", "(f() := 1)", "{x := 1}", "{x := 1: 2}", "(x := yield)",
):
    try:
        compile(source, "test", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "->", error.msg)
