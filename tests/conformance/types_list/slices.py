# Slices: reading, assigning, deleting, negative steps.
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-7], a[2:8:2], a[::3], a[::-1], a[8:2:-2], a[-1:-5:-1], a[5:2], a[20:], a[-20:3])
a[1:3] = ["x", "y", "z"]
print(a)
a[5:5] = [0, 0]
print(a)
a[2:4] = []
print(a)
a[::3] = "!" * len(a[::3])
print(a)
del a[1:3]
print(a)
del a[::2]
print(a)
a[:] = range(5)
print(a)
a[len(a):] = [5]
a[:0] = [-1]
print(a)
a[1:4] = (x for x in "gen")
print(a)
a[-2:] = a[:2]
print(a)
del a[:]
print(a)
s = slice(1, 8, 3)
print(list(range(10))[s], s, s.start, s.stop, s.step, s.indices(5), slice(None, None, -1).indices(4), slice(3) == slice(None, 3))
t = (0, 1, 2, 3, 4)
print(t[1:3], t[::-1], t[-2:], "hello"[1:-1], "hello"[::-2], range(10)[2:8:2], range(10)[::-1], b"hello"[1:3])


class Shows:
    def __getitem__(self, key):
        return key


x = Shows()
print(x[1], x[1:2], x[::], x[1:2, ...], x[()], x[1, 2], x["a":"b"], x[-1], x[:, 0], x[*[1, 2], 3])
for work in (lambda: t[::0], lambda: t["a":], lambda: t[1.5:], lambda: t[1, 2]):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
b = [1, 2, 3, 4]
for target in (slice(None, None, 2), slice(0, 2)):
    try:
        b[target] = [9]
        print(b)
    except ValueError as error:
        print(error)
try:
    b[0:1] = 5
except TypeError as error:
    print(error)
