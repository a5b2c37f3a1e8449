"""Generators used as courses use them: pipelines, coroutines by send, state machines, recursion."""
from itertools import islice, takewhile


def numbers(start=0):
    while True:
        yield start
        start += 1


def evens(source):
    for n in source:
        if n % 2 == 0:
            yield n


def batched(source, size):
    batch = []
    for item in source:
        batch.append(item)
        if len(batch) == size:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)


print(list(islice(batched(evens(numbers(5)), 3), 2)), list(batched("abcdefg", 3)))


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            break
        total += value
        count += 1
        average = total / count
    return {"count": count, "average": average}


def collect(results):
    while True:
        results.append((yield from averager()))


results = []
collector = collect(results)
next(collector)
for group in ([1, 2, 3], [10], []):
    for value in group:
        collector.send(value)
    collector.send(None)
print(results)


def walk(tree, depth=0):
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield depth, key
            yield from walk(value, depth + 1)
    else:
        yield depth, tree


for depth, name in walk({"a": {"b": 1, "c": {"d": 2}}, "e": 3}):
    print("  " * depth + str(name))


def permutations(items):
    if not items:
        yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield (item, *rest)


print(list(permutations("abc")), sum(1 for _ in permutations(range(5))))


def traffic_light():
    while True:
        command = yield "green"
        if command == "stop":
            return "stopped while green"
        yield "yellow"
        yield "red"


light = traffic_light()
print([next(light) for _ in range(5)])
try:
    light.send(None)
    light.send(None)
    light.send("stop")
except StopIteration as stop:
    print(stop.value)


def primes():
    yield 2
    found = [2]
    for candidate in islice(numbers(3), 0, None, 2):
        if all(candidate % p for p in takewhile(lambda p: p * p <= candidate, found)):
            found.append(candidate)
            yield candidate


print(list(takewhile(lambda p: p < 60, primes())))
squares = (n * n for n in range(5))
print(4 in squares, list(squares), 16 in squares)
nested = ((row, column) for row in range(3) for column in range(row))
print(dict.fromkeys(nested, "x"), next(nested, "empty"))
lazy = (print("evaluated", n) or n for n in range(3))
print("nothing yet")
print(next(lazy))
print(list(lazy))
