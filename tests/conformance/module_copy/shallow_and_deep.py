# copy and deepcopy: sharing, cycles, hooks.
import copy

original = {"list": [1, [2, 3]], "tuple": (1, [2]), "set": {1}}
shallow, deep = copy.copy(original), copy.deepcopy(original)
original["list"][1].append(4)
original["new"] = 1
print(shallow["list"], deep["list"], "new" in shallow, deep["tuple"][1] is original["tuple"][1])
t, u = (1, "a"), (1, [])
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(u) is u, copy.deepcopy(len) is len, copy.copy(int) is int)
twice = [0]
pair = copy.deepcopy([twice, twice])
print(pair[0] is pair[1], pair[0] is twice)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again is loop, again)


class Account:
    registry = []

    def __init__(self, owner):
        self.owner = owner
        self.history = []

    def __copy__(self):
        print("__copy__")
        new = type(self)(self.owner)
        new.history = self.history
        return new

    def __deepcopy__(self, memo):
        print("__deepcopy__")
        new = type(self)(self.owner)
        memo[id(self)] = new
        new.history = copy.deepcopy(self.history, memo)
        return new


a = Account("ann")
a.history.append(a)
b, c = copy.copy(a), copy.deepcopy(a)
print(b.history is a.history, c.history[0] is c, c.registry is a.registry)


class Plain:
    def __init__(self, *items):
        print("init")
        self.items = list(items)


p = Plain(1, 2)
q = copy.deepcopy(p)
print(q.items, q.items is p.items, copy.copy(p).items is p.items)
print(copy.replace(__import__("datetime").date(2024, 1, 2), day=9))
for work in (lambda: copy.copy(x for x in ()), lambda: copy.replace(1, x=2)):
    try:
        work()
    except TypeError as error:
        print(error)
