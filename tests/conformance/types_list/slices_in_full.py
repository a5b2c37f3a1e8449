"""Slices of every kind: reading, assigning, deleting, steps, negative bounds, slice objects and indices()."""
letters = list("abcdefgh")
for text in ("[:]", "[2:5]", "[:3]", "[5:]", "[-3:]", "[:-3]", "[::2]", "[1::2]", "[::-1]", "[5:1:-1]", "[5:1]", "[-1:-4:-1]", "[100:]", "[:100]", "[-100:2]", "[2:2]", "[::3]", "[7:0:-2]", "[::-3]", "[None:None]", "[True:3]", "[2**70:]", "[:-(2**70)]"):
    print(text, "".join(eval(f"letters{text}")), eval(f"tuple(letters){text}") == tuple(eval(f"letters{text}")), eval(f"'abcdefgh'{text}"), eval(f"range(8){text}"))


def after(statement, start="abcdef"):
    x = list(start)
    try:
        exec(statement)
        print(statement, "".join(map(str, x)))
    except Exception as error:
        print(statement, "->", type(error).__name__, error, "".join(map(str, x)))


for statement in (
    "x[1:3] = 'XYZ'", "x[1:3] = ''", "x[:] = 'new'", "x[2:2] = 'in'", "x[100:] = 'end'", "x[::2] = 'XYZ'", "x[::-1] = '123456'", "x[::2] = 'XY'", "x[1:3] = 5", "x[5:2] = 'ZZ'", "x[-2:] = [1]", "x[::2] = x[1::2]", "x[1:4] = x", "x[:0] = x",
    "del x[1:3]", "del x[::2]", "del x[::-1]", "del x[:]", "del x[10:]", "del x[5:1]", "del x[4::-2]", "del x[0], x[0]", "x[0:1] += 'ZZ'", "x[0] = 'long'", "x[6] = 1", "x['a'] = 1", "x[1.0:2]", "x[::0]", "x['a':]", "x[1:2, 3]", "x[(1,)]", "x[None]", "x[...]",
):
    after(statement)
s = slice(1, 10, 3)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None).indices(3), slice(-1, None, -1).indices(4), slice(5) == slice(None, 5, None), slice(1, 2) < slice(1, 3), hash(slice(1)) == hash(slice(None, 1)), letters[s], "abcdefghijk"[s])


class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("delete", key)


show = Shows()
print(show[1], show[1:2], show[1:2:3], show[:, 1], show[1:2, ::3], show[...], show[()], show[1,], show[[1]], show[-1:], show["a":"b"], show[*[1, 2], 3], show[(x := 5)])
show[1:2] = 3
show[:, ...] = 4
del show[::2], show["k"]
for arguments in ((), (1, 2, 3, 4), ("a",)):
    try:
        print(slice(*arguments))
    except TypeError as error:
        print(error)
try:
    slice("a", "b").indices(5)
except TypeError as error:
    print(error)
try:
    slice(1).indices(-1)
except ValueError as error:
    print(error)
