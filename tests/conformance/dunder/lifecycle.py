# __del__ runs when the last reference goes; reference cycles; __init__ that returns.
class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = D("a")
b = a
del a
print("one reference left")
del b
print("gone")
D("temporary")
x = D("first")
x = D("second")
print("rebound")


def f():
    local = D("local")
    print("in f")


f()
items = [D("in list"), D("also")]
items.pop()
print("popped")
items.clear()
d = {"k": D("in dict")}
d["k"] = None
print("replaced")
try:
    y = D("in frame")
    raise ValueError
except ValueError:
    pass
del y


def generator():
    local = D("in generator")
    yield 1
    yield 2


g = generator()
next(g)
del g
print("generator dropped")


class Bad:
    def __init__(self):
        return 5


try:
    Bad()
except TypeError as error:
    print(error)
for i in range(2):
    D(i)
print([D("in comprehension").name for _ in range(1)])
print("end")
