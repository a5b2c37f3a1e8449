# Backtracking: queens, subset sums, a sudoku row, word search.
def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    row = len(placed)
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (column,))


def subsets(numbers, target, chosen=()):
    if target == 0:
        yield chosen
    elif numbers and target > 0:
        first, *rest = numbers
        yield from subsets(rest, target - first, chosen + (first,))
        yield from subsets(rest, target, chosen)


def parentheses(n, opened=0, text=""):
    if len(text) == 2 * n:
        return [text]
    result = []
    if opened < n:
        result += parentheses(n, opened + 1, text + "(")
    if len(text) - opened < opened:
        result += parentheses(n, opened, text + ")")
    return result


def find(grid, word):
    def search(y, x, rest, seen):
        if not rest:
            return seen
        if not (0 <= y < len(grid) and 0 <= x < len(grid[0])) or grid[y][x] != rest[0] or (y, x) in seen:
            return None
        for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            if (path := search(y + dy, x + dx, rest[1:], seen + [(y, x)])) is not None:
                return path
        return None

    starts = ((y, x) for y in range(len(grid)) for x in range(len(grid[0])))
    return next((p for y, x in starts if (p := search(y, x, word, []))), None)


def knight(size, path):
    if len(path) == size * size:
        return path
    y, x = path[-1]
    moves = [(y + a, x + b) for a, b in ((1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2))]
    free = [m for m in moves if 0 <= m[0] < size and 0 <= m[1] < size and m not in path]
    free.sort(key=lambda m: sum((m[0] + a, m[1] + b) not in path for a in (-2, -1, 1, 2) for b in (-2, -1, 1, 2) if abs(a) != abs(b) and 0 <= m[0] + a < size and 0 <= m[1] + b < size))
    return next((found for m in free if (found := knight(size, path + [m]))), None)


print([sum(1 for _ in queens(n)) for n in range(1, 8)], next(queens(8)))
print(list(subsets([3, 1, 4, 2, 5], 7)))
print(parentheses(3))
print(find(["CATS", "XOEA", "WRDS"], "COR"), find(["CATS", "AOEA", "WRDS"], "TEDS"), find(["AB"], "ABA"))
print(len(knight(5, [(0, 0)])))
