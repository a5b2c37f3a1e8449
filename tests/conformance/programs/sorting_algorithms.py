# Sorting algorithms, checked against sorted().
import heapq
import random


def bubble(a):
    a = a[:]
    for n in range(len(a), 1, -1):
        swapped = False
        for i in range(1, n):
            if a[i - 1] > a[i]:
                a[i - 1], a[i] = a[i], a[i - 1]
                swapped = True
        if not swapped:
            break
    return a


def insertion(a):
    a = list(a)
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and a[j - 1] > x:
            a[j] = a[j - 1]
            j -= 1
        a[j] = x
    return a


def merge(a):
    if len(a) < 2:
        return a
    left, right = merge(a[: len(a) // 2]), merge(a[len(a) // 2 :])
    out, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    return out + left[i:] + right[j:]


def quick(a):
    if not a:
        return []
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])


def heap(a):
    h = a[:]
    heapq.heapify(h)
    return [heapq.heappop(h) for _ in range(len(h))]


def counting(a):
    low = min(a, default=0)
    counts = [0] * (max(a, default=0) - low + 1)
    for x in a:
        counts[x - low] += 1
    return [low + i for i, n in enumerate(counts) for _ in range(n)]


def shell(a):
    a, gap = a[:], len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            while i >= gap and a[i - gap] > a[i]:
                a[i - gap], a[i] = a[i], a[i - gap]
                i -= gap
        gap //= 2
    return a


random.seed(5)
inputs = [[], [1], [2, 1], [random.randint(-50, 50) for _ in range(60)], list(range(20)), list(range(20, 0, -1)), [7] * 5]
for f in (bubble, insertion, merge, quick, heap, counting, shell):
    print(f.__name__, all(f(i) == sorted(i) for i in inputs), f(inputs[3])[:6])


def binary_search(a, x):
    low, high = 0, len(a)
    while low < high:
        mid = (low + high) // 2
        if a[mid] < x:
            low = mid + 1
        else:
            high = mid
    return low if low < len(a) and a[low] == x else -1


print([binary_search([1, 3, 5, 7], x) for x in range(9)])
