# with: several managers, order, suppression, exceptions in enter and exit.
class M:
    def __init__(self, name, suppress=False, enter=None, leave=None):
        self.name, self.suppress, self.enter, self.leave = name, suppress, enter, leave

    def __enter__(self):
        print("enter", self.name)
        if self.enter:
            raise self.enter
        return self.name * 2

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        if self.leave:
            raise self.leave
        return self.suppress


with M("a") as a, M("b") as b:
    print(a, b)
with (
    M("c") as c,
    M("d", suppress=True),
    M("e"),
):
    raise ValueError("inside")
print("after", c)
try:
    with M("f"), M("g", enter=OSError("no")):
        print("never")
except OSError as error:
    print("caught", error, error.__context__)
try:
    with M("h", leave=KeyError("second")):
        raise ValueError("first")
except KeyError as error:
    print("caught", error, repr(error.__context__))


def early():
    for n in range(3):
        with M(f"loop{n}"):
            if n == 0:
                continue
            if n == 1:
                return "returned"


print(early())


def value():
    with M("i", suppress=True):
        return 1 / 0
    return "suppressed"


print(value())
with M("j") as (x, y):
    print(x, y)
target = {}
with M("k") as target["key"]:
    print(target)
with M("outer", suppress=True):
    with M("inner"):
        raise KeyError("deep")
for bad in (5, object()):
    try:
        with bad:
            pass
    except TypeError as error:
        print(error)
