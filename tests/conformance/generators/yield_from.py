# yield from: values, sends, throws, returns.
def inner():
    try:
        x = yield "a"
        print("inner received", x)
        y = yield "b"
        print("inner received", y)
    except KeyError as error:
        print("inner caught", error)
        yield "after error"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    result = yield from inner()
    print("outer has", result)
    yield from [1, 2]
    yield from "xy"
    r = yield from (i for i in ())
    return ("outer result", r)


g = outer()
print(next(g), g.send("X"), g.send("Y"), next(g), next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
g = outer()
next(g)
print(g.throw(KeyError("thrown")), next(g))
g = outer()
next(g)
g.close()


def flatten(x):
    if isinstance(x, (list, tuple)):
        for item in x:
            yield from flatten(item)
    else:
        yield x


print(list(flatten([1, [2, (3, [4]), []], "five"])))


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print(list(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, None, Tree(7)))))


def averager():
    total = count = 0
    while (x := (yield)) is not None:
        total += x
        count += 1
    return total / count


def collect(results):
    while True:
        results.append((yield from averager()))


results = []
c = collect(results)
next(c)
for x in (1, 2, 3, None, 10, 20, None):
    c.send(x)
print(results)
for wrong in (5, None):
    try:
        list((lambda: (yield from wrong))())
    except TypeError as error:
        print(error)


def sends_to_list():
    yield from [1, 2]


g = sends_to_list()
next(g)
try:
    g.send("x")
except AttributeError as error:
    print(error)
print((lambda: (yield 5))().__next__())
