# N queens, sudoku, hanoi, knapsack, edit distance, permutations, game trees.
from functools import lru_cache
from itertools import permutations


def queens(n, columns=()):
    if len(columns) == n:
        yield columns
        return
    for c in range(n):
        if all(c != o and abs(c - o) != len(columns) - i for i, o in enumerate(columns)):
            yield from queens(n, columns + (c,))


solutions = list(queens(6))
print(len(solutions), solutions[0])
for c in solutions[0]:
    print("." * c + "Q" + "." * (5 - c))


@lru_cache(None)
def distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))


print(distance("kitten", "sitting"), distance("안녕하세요", "안녕히가세요"), distance("", "abc"))


def knapsack(items, limit):
    best = [(0, ())] * (limit + 1)
    for name, weight, value in items:
        for w in range(limit, weight - 1, -1):
            v, chosen = best[w - weight]
            best[w] = max(best[w], (v + value, chosen + (name,)))
    return best[limit]


print(knapsack([("gold", 4, 40), ("book", 3, 25), ("lamp", 2, 16), ("map", 1, 9)], 6))


def sudoku(cells):
    for i, c in enumerate(cells):
        if c == 0:
            y, x = divmod(i, 4)
            used = {cells[y * 4 + k] for k in range(4)} | {cells[k * 4 + x] for k in range(4)}
            used |= {cells[(y // 2 * 2 + a) * 4 + x // 2 * 2 + b] for a in (0, 1) for b in (0, 1)}
            for n in range(1, 5):
                if n not in used:
                    if result := sudoku(cells[:i] + [n] + cells[i + 1 :]):
                        return result
            return None
    return cells


print(sudoku([1, 0, 0, 0, 0, 0, 3, 0, 0, 4, 0, 0, 0, 0, 0, 2]))
for s, e, n, d, m, o, r, y in ((9, 5, 6, 7, 1, 0, 8, 2),):
    print(f"{s}{e}{n}{d} + {m}{o}{r}{e} = {m}{o}{n}{e}{y}", int(f"{s}{e}{n}{d}") + int(f"{m}{o}{r}{e}") == int(f"{m}{o}{n}{e}{y}"))
print(next("".join(p) for p in permutations("acdel") if "".join(p) == "laced"))


def change(amount, coins):
    ways = [1] + [0] * amount
    for c in coins:
        for a in range(c, amount + 1):
            ways[a] += ways[a - c]
    return ways[amount]


print(change(100, [1, 5, 10, 25, 50]), change(7, [2, 4]))


def nim(piles):
    return any(not nim(tuple(sorted(piles[:i] + (p - k,) + piles[i + 1 :]))) for i, p in enumerate(piles) for k in range(1, p + 1))


print(nim((1, 2, 3)), nim((1, 1)), nim((1, 2)))
print([sum(int(c) ** 3 for c in str(n)) for n in (153, 370)], [n for n in range(1, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
