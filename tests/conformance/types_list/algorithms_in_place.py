# Lists changed in place: rotations, partitions, merging, removing while looping, slices as targets.
def rotate(items, k):
    k %= len(items) or 1
    items[:] = items[-k:] + items[:-k]
    return items


def partition(items, test):
    at = 0
    for i, item in enumerate(items):
        if test(item):
            items[at], items[i] = items[i], items[at]
            at += 1
    return at, items


def merge(a, b):
    result, a, b = [], a[::-1], b[::-1]
    while a and b:
        result.append((a if a[-1] <= b[-1] else b).pop())
    return result + a[::-1] + b[::-1]


def dedupe(items):
    return list(dict.fromkeys(items))


print(rotate([1, 2, 3, 4, 5], 2), rotate([1, 2, 3], -1), rotate([], 3), partition([5, 2, 8, 1, 4], lambda n: n % 2 == 0), merge([1, 4, 9], [2, 3, 10, 11]), dedupe([3, 1, 3, 2, 1]))
wrong = [1, 1, 2, 3, 3, 4]
for n in wrong:
    if n in (1, 3):
        wrong.remove(n)
print(wrong, [n for n in [1, 1, 2, 3, 3, 4] if n not in (1, 3)])
a = list(range(10))
a[2:5] = ["x"]
a[::3] = "wxyz"[: len(a[::3])]
a[len(a):] = [99]
a[1:1] = [[]]
print(a)
del a[::2], a[0]
print(a, a.index("y") if "y" in a else "no y")
try:
    a[::2] = [1]
except ValueError as error:
    print(error)
b = [[0] * 2] * 2
b[0][0] = 1
c = [[0] * 2 for _ in range(2)]
c[0][0] = 1
print(b, c, [1, 2] * 2, [3, 1, 2].sort(), sorted([3, 1, 2], reverse=True), sorted("bA", key=str.lower))
rows = [["b", 2], ["a", 2], ["c", 1]]
rows.sort(key=lambda r: r[1])
print(rows, [r[0] for r in sorted(rows)], sum([[1], [2, 3]], []), list(map(list, zip(*rows))))
stack, queue = [], [1, 2, 3]
while queue:
    stack.append(queue.pop(0))
print(stack[-1], stack.pop(), stack, queue, [].copy() is [], [1] < [1, 0] < [2], [[1], 2].count([1]))
