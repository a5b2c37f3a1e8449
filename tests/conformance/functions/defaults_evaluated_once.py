# Default values are made when the def statement runs, once.
def note(value):
    print("making", value)
    return value


def f(a=note("A"), *, b=note("B")):
    return a, b


print("defined")
print(f(), f())


def grow(item, bag=[]):
    bag.append(item)
    return bag


print(grow(1), grow(2), grow(3, []))
print(grow.__defaults__, f.__kwdefaults__)

functions = []
for i in range(3):

    def g(x=i):
        return x, i

    functions.append(g)
print([g() for g in functions])

value = 1


def uses_global(x=value):
    return x, value


value = 2
print(uses_global())
grow.__defaults__ = (["fresh"],)
print(grow("x"))
uses_global.__defaults__ = None
try:
    uses_global()
except TypeError as error:
    print(error)
