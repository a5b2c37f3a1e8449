"""list.sort while keys or comparisons look at the list, change it or fail."""

numbers = [3, 1, 2]


def looks(x):
    print("during the sort:", numbers)
    return x


numbers.sort(key=looks)
print(numbers)


def changes(x):
    numbers.append(x)
    return x


try:
    numbers.sort(key=changes)
except ValueError as error:
    print(error, numbers)


def fails(x):
    if x == 2:
        raise KeyError(x)
    return x


try:
    numbers.sort(key=fails)
except KeyError as error:
    print("KeyError", error, numbers)


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        items.clear()
        return self.value < other.value


items = []
items[:] = [Item(v) for v in (3, 1, 2)]
try:
    items.sort()
except ValueError as error:
    print(error, len(items))

for wrong in ([1, "a"], [None, None], [1, 2j], [{}, {}], [(1, "a"), (1, 2)]):
    try:
        print(sorted(wrong))
    except TypeError as error:
        print(error)
print(sorted([True, 0, 2.5, -1]), sorted("banana"), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], [1]]))
words = ["bb", "A", "c", "Dd"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
pairs = [(1, "b"), (0, "x"), (1, "a"), (0, "y")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
