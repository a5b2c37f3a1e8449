# Which name is meant: class bodies, functions in classes, global inside nested functions, exec.
x = "module"


class A:
    x = "class"
    copy = x

    def method(self):
        return x, self.x, __class__.__name__

    class B:
        seen = x

    functions = [lambda: x for _ in range(1)]


print(A().method(), A.copy, A.B.seen, A.functions[0]())


def f():
    x = "function"

    class C:
        y = x
        x = "body"
        z = x

    def g():
        global x
        x = "changed"
        return x

    return C.y if False else (C.z, g(), x)


try:
    print(f())
except NameError as error:
    print(type(error).__name__, error)
print(x)


def shadow():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 1
    del x
    try:
        x
    except UnboundLocalError as error:
        print(error)


shadow()
names = {"x": "given"}
exec("y = x + '!'\ndef h(): return x", names)
print(names["y"], names["h"](), eval("x", {"x": 5}), eval("[x for _ in 'a']", {"x": 6}))


def make():
    exec("created = 1")
    return "created" in locals(), eval("created", {"created": 2})


print(make())
for text in ("def f():\n x = 1\n global x", "def f(x):\n global x", "nonlocal x", "def f():\n nonlocal zz", "def f(a, a): pass", "def f():\n print(x)\n global x"):
    try:
        exec(text)
    except SyntaxError as error:
        print(error.msg)
for i in range(3):
    pass
print(i, [i for i in "ab"], i)
try:
    raise ValueError
except ValueError as e:
    pass
print("e" in globals())
