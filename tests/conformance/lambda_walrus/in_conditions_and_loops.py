# The walrus: loops over chunks, conditions with side results, scopes of its names.
import io
import re

stream = io.StringIO("abcdefgh")
while chunk := stream.read(3):
    print(chunk)
for line in ("name = Ada", "nothing", "age=36"):
    if m := re.match(r"(\w+)\s*=\s*(\w+)", line):
        print(m[1], "->", m[2])
    elif (n := len(line)) > 5:
        print("no match of length", n)
print(any((found := w).startswith("b") for w in ("a", "bc", "d")), found)
print([total := total + v for v in (1, 2, 3)] if (total := 0) == 0 else None, total)


def f(items):
    if (n := len(items)) > 2:
        return f"{n} items, first {(first := items[0])}, {first * 2}"
    return n


print(f("abc"), f([]), (lambda x: (y := x * 2) + y)(3), f"{(z := 5)} {z}", f"{7:=+3}")
values = [1, 2, 3, 4]
print([y for v in values if (y := v * v) % 2 == 0], y, (a := 1, b := 2), a + b, [c := 3, c**2], {(d := "k"): d})
x = (t := 1), 2
print(x, t, not (u := 0), u)
count = 0
while (count := count + 1) < 5 and count != 3:
    pass
print(count)
for text in ("(x := 1) = 2", "[i := 0 for i in range(3)]", "x := 1", "f(a=b:=1)", "[j for j in (k := [1])]", "lambda: x := 1"):
    try:
        compile(text, "<t>", "exec")
        print("fine", text)
    except SyntaxError as error:
        print(error.msg)
