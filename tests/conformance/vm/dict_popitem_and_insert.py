"""Stacks and caches on a dict: what popitem() takes away leaves room for what comes, and searches still end."""

stack = {"bottom": 0}
for number in range(1, 200):
    stack[number] = number
    assert stack.popitem() == (number, number)
print(999 in stack, stack)

cache = {}
for number in range(500):
    cache[number * 7] = number
    if len(cache) > 3:
        cache.popitem()
        cache[f"last {number % 5}"] = number
    cache.pop(number * 7 - 7, None)
print(-1 in cache, list(cache)[:3], len(cache))

for size in (1, 5, 6, 40):
    numbers = dict.fromkeys(range(size))
    while numbers:
        numbers.popitem()
    for number in range(size * 3):
        numbers[-number] = number
        if number % 2:
            numbers.popitem()
    print(size, len(numbers), "absent" in numbers, sum(numbers.values()))


# An __eq__ that adds a key at every comparison: the search goes on from where it was.
class Adding:
    def __init__(self, target):
        self.target, self.asked = target, 0

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.asked += 1
        if isinstance(self.target, dict):
            self.target[f"extra {self.asked}"] = self.asked
        else:
            self.target.add(f"extra {self.asked}")
        return False


class One:
    def __hash__(self):
        return 1


target = {One(): 1, One(): 2, One(): 3}
key = Adding(target)
print(key in target, key.asked >= 3, len(target) - 3 == key.asked)
target = {One(), One(), One()}
key = Adding(target)
print(key in target, key.asked >= 3, len(target) - 3 == key.asked)


# Equality of dicts uses the hashes that are known.
class Counted:
    hashes = 0

    def __hash__(self):
        Counted.hashes += 1
        return 7


keys = [Counted() for _ in range(3)]
left, right = dict.fromkeys(keys, 1), dict.fromkeys(keys, 1)
before = Counted.hashes
print(left == right, Counted.hashes - before)
