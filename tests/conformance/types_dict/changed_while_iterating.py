# What happens when a dict changes under an iterator; views and what they show; setdefault and pop hash once.


def attempt(name, action):
    try:
        action()
    except RuntimeError as error:
        print(name, "->", error)
    else:
        print(name, "-> fine")


def grow():
    d = {1: 1}
    for key in d:
        d[key + 1] = 0


def shrink():
    d = {1: 1, 2: 2}
    for key in d:
        del d[key]


def replace_key():
    d = {0: 0}
    for key in d:
        del d[0]
        d[0] = 0


def replace_value():
    d = {0: 0, 1: 1}
    for key in d:
        d[key] = "new"


def replace_item():
    d = {0: 0}
    for item in d.items():
        del d[0]
        d[0] = 0


def update_itself():
    d = {1: 1, 2: 2}
    for key in list(d):
        d.pop(key)
        d[key * 10] = 1
    print(d)


for action in (grow, shrink, replace_key, replace_value, replace_item, update_itself):
    attempt(action.__name__, action)

d = {"a": 1, "b": 2}
view = d.keys()
print(view.mapping, type(view.mapping).__name__, d.items().mapping == d)
try:
    view.mapping["c"] = 3
except TypeError as error:
    print(error)
print({1: [2]}.items() == {1: [2]}.items(), {1: [2]}.items() <= {1: [2], 2: [3]}.items(), {1: 2}.items() != {1: 3}.items())


class Counted:
    hashes = 0

    def __hash__(self):
        Counted.hashes += 1
        return 7


key = Counted()
table = {}
table.setdefault(key, []).append(1)
print(Counted.hashes, end=" ")
table[key] += [2]
print(Counted.hashes, end=" ")
print(table.pop(key), Counted.hashes)


class Pairs:
    def __init__(self, data):
        self.data = data

    def keys(self):
        return list(self.data)

    def __getitem__(self, key):
        return self.data[key].upper()


target = {}
target.update(Pairs({"x": "one"}))
print(target, dict(Pairs({"y": "two"})), {**Pairs({"z": "three"})})
for bad in (5, [1], [(1, 2, 3)], ["ab", "c"]):
    try:
        target.update(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
