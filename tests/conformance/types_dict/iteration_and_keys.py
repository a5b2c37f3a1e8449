# dict: iterating, changing while iterating, custom keys, hashing.
d = {n: n * n for n in range(5)}
for key in d:
    print(key, d[key], end="; ")
print()
for key, value in d.items():
    d[key] = value + 1
print(d)
for change in (lambda: d.pop(0), lambda: d.update(new=1)):
    try:
        for key in d:
            change()
    except RuntimeError as error:
        print(error)
    print(len(d))
for key in list(d):
    if isinstance(key, int) and key % 2:
        del d[key]
print(d)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return self.n % 2

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n


table = {Key(1): "one"}
table[Key(3)] = "three"
print(table[Key(3)], len(table))
print(Key(5) in table)


class NoHash:
    def __eq__(self, other):
        return True


try:
    {NoHash(): 1}
except TypeError as error:
    print(error)
try:
    {[1]: 2}
except TypeError as error:
    print(error)
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
print(counts, max(counts, key=counts.get), sorted(counts, key=lambda k: (-counts[k], k)))
groups = {}
for word in "apple avocado banana blueberry cherry".split():
    groups.setdefault(word[0], []).append(word)
print(groups, {v[0]: k for k, v in groups.items()})
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 3):
    del big[i]
print(len(big), list(big)[:5], list(big)[-3:], sum(big))
it = iter({"a": 1, "b": 2}.items())
print(next(it), next(it), next(it, None))
