# groupby, batched, pairwise, zip_longest: groups of neighbours.
from itertools import batched, groupby, pairwise, zip_longest

text = "aaabbcaad"
print([(k, len(list(g))) for k, g in groupby(text)])
print("".join(k + str(sum(1 for _ in g)) for k, g in groupby(text)))
people = [("Ann", "dev"), ("Bob", "dev"), ("Cid", "ops"), ("Dan", "dev")]
for role, group in groupby(people, key=lambda p: p[1]):
    print(role, [name for name, _ in group])
for role, group in groupby(sorted(people, key=lambda p: p[1]), key=lambda p: p[1]):
    print(role, *(name for name, _ in group))
groups = [(k, g) for k, g in groupby("aab")]
print([(k, list(g)) for k, g in groups])
iterator = groupby([1, 1, 2, 2])
k1, g1 = next(iterator)
print(k1, next(g1))
k2, g2 = next(iterator)
print(k2, list(g1), list(g2))
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched("abcd", 2, strict=True)))
try:
    for batch in batched("abcde", 2, strict=True):
        print(batch)
except ValueError as error:
    print(error)
try:
    batched("ab", 0)
except ValueError as error:
    print(error)
print(list(pairwise([1, 4, 9, 16])), [b - a for a, b in pairwise([1, 4, 9, 16])], list(pairwise("a")))
print(list(zip_longest("abc", [1], (), fillvalue="-")), list(zip_longest("ab", "c")))
runs = [list(g) for _, g in groupby([1, 2, 3, 7, 8, 20], key=lambda n, c=iter(range(99)): n - next(c))]
print(runs)
