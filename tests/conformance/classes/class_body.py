# A class body is code: it runs top to bottom, with its own names.
print("before")


class Weekdays:
    print("inside")
    names = ["Mon", "Tue"]
    for name in names:
        last = name
    del name
    if len(names) > 1:

        def count(self):
            return len(self.names)

    else:

        def count(self):
            return 0

    alias = count
    squares = {n: n * n for n in range(3)}
    total = sum(n for n in range(4))


w = Weekdays()
print(w.count(), w.alias(), Weekdays.last, Weekdays.squares, Weekdays.total)
print(hasattr(Weekdays, "name"))


def factory(label):
    class Made:
        tag = label

        def show(self):
            return label, self.tag

    return Made


A, B = factory("a"), factory("b")
print(A().show(), B().show(), A is B, A.__qualname__)


class Counter:
    total = 0

    def __init__(self):
        self.total += 1
        type(self).total += 10


c = Counter()
print(c.total, Counter.total)
Empty = type("Empty", (), {"x": 5, "get": lambda self: self.x})
print(Empty.__name__, Empty().get(), Empty.__mro__)


class Annotated:
    a: int
    b: str = "b"
    c: "list[int]" = []


print(Annotated.__annotations__)
print(hasattr(Annotated, "a"), Annotated.b)
