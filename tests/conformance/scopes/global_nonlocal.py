# Which variable a name means: local, enclosing, global, builtin.
x = "global"


def reader():
    return x


def writer():
    global x
    x = "changed by writer"


def shadow():
    x = "local"
    return x, reader()


print(shadow())
writer()
print(x, reader())


def make():
    global created
    created = "made inside"


make()
print(created)


def enclosing():
    x = "enclosing"

    def reads():
        return x

    def skips():
        global x
        return x

    def rewrites():
        nonlocal x
        x = "rewritten"

    before = reads()
    rewrites()
    return before, reads(), skips(), x


print(enclosing())


class Body:
    x = "class"
    seen = x

    def method(self):
        return x, self.x

    y = [x for _ in range(1)]
    z = [i for i in x]


print(Body.seen, Body().method(), Body.y, Body.z)
print(len("abc"))
len = lambda thing: "my len"
print(len("abc"))
del len
print(len("abc"))


def loop():
    for i in range(3):
        last = i
    return i, last


print(loop())
for i in []:
    pass
print([i for i in range(3)], "i" in globals())
