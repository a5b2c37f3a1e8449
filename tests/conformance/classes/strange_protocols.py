# Classes whose protocols change under way, or lead to themselves.
class Calls:
    pass


Calls.__call__ = Calls()
try:
    Calls()()
except RecursionError as error:
    print("RecursionError", str(error).startswith("maximum recursion depth exceeded"))


class Vanishing:
    def __iter__(self):
        return self

    def __next__(self):
        del Vanishing.__next__
        return 1


try:
    for x in Vanishing():
        print(x)
except TypeError as error:
    print(error)


class Grows(list):
    def __len__(self):
        return 2


print(len(Grows([1])), list(Grows([1])), bool(Grows()))


def closure(x):
    return lambda: x


for run in (eval, exec):
    try:
        run(closure(1).__code__)
    except TypeError as error:
        print(error)


class Repr:
    def __init__(self):
        self.me = [self]

    def __repr__(self):
        return f"Repr({self.me})"


try:
    repr(Repr())
except RecursionError:
    print("RecursionError in repr")


class Eq:
    def __eq__(self, other):
        return self == other


try:
    Eq() == Eq()
except RecursionError:
    print("RecursionError in eq")


class Attr:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Attr().a
except RecursionError:
    print("RecursionError in getattr")
nested = []
for _ in range(100_000):
    nested = [nested]
try:
    repr(nested)
except RecursionError:
    print("RecursionError in repr of a nest")
del nested
print("still alive")
