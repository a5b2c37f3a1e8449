# Assignment expressions.
if (n := len("hello")) > 3:
    print("long", n)
data = iter([3, 5, 0, 7])
while (x := next(data)) != 0:
    print("read", x)
print([y := 1, y + 1, y**2], (a := 5) + (b := a * 2), a, b)
print([last := i for i in range(3)], last, any((bad := v) < 0 for v in [1, -2, 3]), bad)
print((z := 1, 2), z)
f = lambda: (w := 10) + w
print(f(), "w" in globals())
total = 0
print([total := total + v for v in [1, 2, 3]], total)


def g():
    if (m := 5) and (k := m + 1):
        return m, k


print(g(), f"{(q := 7)} {q}", {(k := "key"): k}, [0, 1, 2][(i := 1)], i, len(s := "abc"), s)
while chunk := (data := [1, 2])[:0]:
    pass
print(chunk)
x = 1 if (c := 0) else c
print(x, not (d := False), d, (e := None) is None)
