# The well-known recipes, written anew.
from collections import deque
from itertools import chain, combinations, compress, cycle, islice, repeat, zip_longest


def take(n, items):
    return list(islice(items, n))


def windows(items, n):
    iterator = iter(items)
    window = deque(islice(iterator, n - 1), maxlen=n)
    for item in iterator:
        window.append(item)
        yield tuple(window)


def powerset(items):
    pool = list(items)
    return chain.from_iterable(combinations(pool, size) for size in range(len(pool) + 1))


def round_robin(*iterables):
    alive = deque(map(iter, iterables))
    while alive:
        current = alive.popleft()
        try:
            yield next(current)
        except StopIteration:
            continue
        alive.append(current)


def partition(test, items):
    kept = list(items)
    selectors = [bool(test(i)) for i in kept]
    return list(compress(kept, (not s for s in selectors))), list(compress(kept, selectors))


def unique(items, key=lambda x: x):
    seen = set()
    for item in items:
        if (k := key(item)) not in seen:
            seen.add(k)
            yield item


def primes(limit):
    marks = bytearray([1]) * limit
    marks[:2] = b"\0\0"
    for n in range(2, int(limit**0.5) + 1):
        if marks[n]:
            marks[n * n :: n] = bytes(len(range(n * n, limit, n)))
    return list(compress(range(limit), marks))


print(take(5, cycle("ab")), take(3, repeat(0)), take(2, []))
print(list(windows("abcde", 3)), list(windows("ab", 3)))
print(["".join(p) for p in powerset("abc")])
print("".join(round_robin("abc", "d", "ef")))
print(partition(lambda n: n % 3 == 0, range(8)))
print(list(unique("mississippi")), list(unique(["a", "A", "b"], str.lower)))
print(primes(40))
print([tuple(filter(None, row)) for row in zip_longest(*[iter("abcdefg")] * 3)])
