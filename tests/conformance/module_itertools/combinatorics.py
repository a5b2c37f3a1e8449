# product, permutations, combinations: sizes, order, repetition.
from itertools import combinations, combinations_with_replacement, permutations, product
from math import comb, factorial, perm

print(list(product("ab", [1, 2])), list(product()), list(product("ab", repeat=0)), list(product("ab", "")))
print(["".join(p) for p in product("01", repeat=3)])
print(["".join(p) for p in permutations("abc")], list(permutations([1, 2], 3)), list(permutations([])))
print(["".join(c) for c in combinations("abcd", 2)], list(combinations("ab", 0)), list(combinations("aab", 2)))
print(["".join(c) for c in combinations_with_replacement("abc", 2)])
for n in range(5):
    assert len(list(permutations(range(n)))) == factorial(n)
    for k in range(n + 2):
        assert len(list(permutations(range(n), k))) == perm(n, k)
        assert len(list(combinations(range(n), k))) == comb(n, k)
print("counts agree")
print(sum(1 for a, b, c, d in product(range(1, 7), repeat=4) if a + b + c + d == 14))
print(next(p for p in permutations(range(1, 10), 3) if p[0] * p[1] * p[2] == 72))
words = sorted({"".join(p) for p in permutations("noon")})
print(len(words), words)
for work in (lambda: permutations("ab", -1), lambda: combinations("ab", -1), lambda: combinations("ab"), lambda: product("a", repeat=-2), lambda: permutations(5)):
    try:
        print(list(work()))
    except Exception as error:
        print(type(error).__name__, error)
