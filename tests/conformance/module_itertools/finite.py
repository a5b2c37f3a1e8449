# itertools: the finite ones.
from itertools import *

print(list(chain("ab", [1, 2])), list(chain.from_iterable(["ab", "cd"])), list(islice("abcdefg", 2)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 1, 6, 2)), list(islice("abc", 0)))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1], max)), list(accumulate([1, 2], initial=10)), list(accumulate("abc")), list(accumulate([])))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress("abcd", [1, 0, 1, 0])), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(zip_longest("abc", "x", fillvalue="-")), list(zip_longest("a", [1, 2])), list(pairwise("abcd")), list(pairwise([1])), list(batched("abcdefg", 3)))
for key, group in groupby("aaabbca"):
    print(key, list(group), end=" ")
print()
words = sorted(["apple", "bob", "ant", "cat", "bee"], key=lambda w: w[0])
print({k: list(g) for k, g in groupby(words, key=lambda w: w[0])}, [(k, len(list(g))) for k, g in groupby([1, 1, 2, 3, 3, 3])])
groups = groupby("aabb")
first = next(groups)
second = next(groups)
print(list(first[1]), list(second[1]))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product("ab", [])))
print(["".join(p) for p in permutations("abc")], list(permutations([1, 2, 3], 2)), list(permutations([1], 2)))
print(["".join(c) for c in combinations("abcd", 2)], list(combinations([1, 2], 3)), list(combinations("ab", 0)), ["".join(c) for c in combinations_with_replacement("abc", 2)])
a, b, c = tee([1, 2, 3], 3)
print(next(a), next(a), list(b), list(a), list(c))
for work in (lambda: islice([1], -1), lambda: list(batched("ab", 0)), lambda: chain.from_iterable(5).__next__(), lambda: list(product(5)), lambda: next(chain()), lambda: combinations("ab", -1), lambda: list(zip_longest(5)), lambda: list(batched("abc", 2, strict=True))):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
