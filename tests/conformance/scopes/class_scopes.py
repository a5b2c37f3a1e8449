# What names in class bodies, comprehensions and nested functions refer to.
x = "global"


class Body:
    x = "class"
    seen = [x for _ in range(1)]
    first = [y for y in x]
    method = lambda self: x

    def read(self):
        return x, self.x

    try:
        pairs = [(i, j) for i in range(2) for j in (x,)]
    except NameError as error:
        pairs = str(error)


print(Body.seen, Body.first, Body().method(), Body().read(), Body.pairs)


def outer():
    x = "outer"

    class Inner:
        print("in Inner:", x)
        x = x + " changed"
        print("in Inner:", x)

        def get(self):
            return x

    return Inner().get(), Inner.x


try:
    print(outer())
except NameError as error:
    print(type(error).__name__, error)


def counter():
    count = 0

    def increase():
        nonlocal count
        count += 1
        return count

    return increase


one, two = counter(), counter()
print(one(), one(), two(), one.__closure__[0].cell_contents, one.__code__.co_freevars)


def late():
    return [lambda: i for i in range(3)]


print([f() for f in late()], [f() for f in [lambda i=i: i for i in range(3)]])


def unbound():
    print(value)
    value = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)


def deleted():
    value = 1

    def inner():
        return value

    del value
    return inner()


try:
    deleted()
except NameError as error:
    print(error)


def except_name():
    error = "before"
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return error


try:
    except_name()
except UnboundLocalError as error:
    print(error)


def walrus():
    found = [last := n for n in range(4) if n % 2]
    return found, last


print(walrus())


def snapshot():
    a = 1
    names = locals()
    b = 2
    names["a"] = 100
    return a, names, sorted(locals())


print(snapshot())
exec("made = 5\nprint(made, x)")
print(made)
space = {"x": "mine"}
exec("y = x * 2", space)
print(space["y"], eval("x", {"x": 1}, {"x": 2}))


def in_function():
    exec("hidden = 1")
    try:
        return hidden
    except NameError as error:
        return str(error)


print(in_function())
