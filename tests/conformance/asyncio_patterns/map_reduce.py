# Split, map concurrently, reduce as a tree; word counts; matrix products.
import asyncio
import functools
from collections import Counter

TEXTS = ["the loop runs", "the task waits the loop", "루프 는 돈다 루프", "tasks wait", "the end"]


async def count_words(text):
    await asyncio.sleep(0)
    return Counter(text.split())


async def tree_reduce(f, items):
    items = list(items)
    while len(items) > 1:
        pairs = [items[i : i + 2] for i in range(0, len(items), 2)]
        items = await asyncio.gather(*(f(*p) if len(p) == 2 else asyncio.sleep(0, p[0]) for p in pairs))
    return items[0]


async def merge(a, b):
    await asyncio.sleep(0)
    return a + b


async def dot(row, column):
    await asyncio.sleep(0)
    return sum(x * y for x, y in zip(row, column))


async def matmul(a, b):
    columns = list(zip(*b))
    return await asyncio.gather(*(asyncio.gather(*(dot(r, c) for c in columns)) for r in a))


async def quicksort(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    await asyncio.sleep(0)
    low, high = await asyncio.gather(quicksort([x for x in rest if x < pivot]), quicksort([x for x in rest if x >= pivot]))
    return [*low, pivot, *high]


async def fib(n):
    if n < 2:
        return n
    a, b = await asyncio.gather(fib(n - 1), fib(n - 2))
    return a + b


async def main():
    counts = await asyncio.gather(*map(count_words, TEXTS))
    total = await tree_reduce(merge, counts)
    print(sorted(total.items(), key=lambda p: (-p[1], p[0])))
    print(functools.reduce(lambda a, b: a + b, counts) == total)
    print(await tree_reduce(merge, range(1, 8)), await tree_reduce(merge, ["a", "b", "c", "d", "e"]))
    print(await matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
    print(await quicksort([5, 3, 8, 1, 9, 2, 7, 3]))
    print(await fib(10))


asyncio.run(main())
