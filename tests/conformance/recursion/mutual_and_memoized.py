# Recursion: mutual, tree-shaped, memoized, with accumulators, and its limit.
import sys
from functools import cache


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def flatten(items):
    return [y for x in items for y in (flatten(x) if isinstance(x, list) else [x])]


def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


@cache
def partitions(n, largest):
    if n == 0:
        return 1
    return sum(partitions(n - k, k) for k in range(1, min(n, largest) + 1))


def permute(text):
    return [text] if len(text) < 2 else [c + rest for i, c in enumerate(text) for rest in permute(text[:i] + text[i + 1 :])]


def collatz(n, steps=0):
    return steps if n == 1 else collatz(3 * n + 1 if n % 2 else n // 2, steps + 1)


print(is_even(10), is_odd(7), is_even(301), ackermann(2, 3), flatten([1, [2, [3, []], [[4]]], 5]))
print(hanoi(3), len(hanoi(8)), partitions(30, 30), permute("abc"), collatz(27))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
y = (lambda f: (lambda x: x(x))(lambda x: f(lambda v: x(x)(v))))(lambda me: lambda n: 1 if n == 0 else n * me(n - 1))
print(fact(20), y(6))


def depth(n):
    return depth(n + 1)


try:
    depth(0)
except RecursionError as error:
    print(error)
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
try:
    is_even(500)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(old)
print(old, is_even(500))
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
