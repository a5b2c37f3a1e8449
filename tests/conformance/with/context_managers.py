# with: protocol, several managers, suppression, errors.
class M:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value)
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.suppress


with M("a") as a, M("b"):
    print("body", a.name)
with (M("c") as c, M("d") as d):
    print(c.name, d.name)
with M("s", suppress=True):
    raise ValueError("gone")
print("after")


def attempt(*managers, body=None):
    try:
        with managers[0], managers[-1]:
            if body:
                raise body
    except Exception as error:
        print("->", repr(error), "context", repr(error.__context__))


attempt(M("e"), M("f"), body=KeyError("k"))
attempt(M("g"), M("h", fail="enter"))
attempt(M("i"), M("j", fail="exit"))
attempt(M("k"), M("l", fail="exit"), body=ValueError("body"))
attempt(M("m", suppress=True), M("n", fail="exit"))


def returns():
    with M("r"):
        return "value"


print(returns())
for i in range(2):
    with M(f"loop{i}"):
        continue
box = {}
with M("target") as box["key"]:
    pass
print(box["key"].name)


class NoEnter:
    def __exit__(self, *a):
        pass


class NoExit:
    def __enter__(self):
        pass


for wrong in (NoEnter(), NoExit(), 5):
    try:
        with wrong:
            pass
    except TypeError as error:
        print(error)
