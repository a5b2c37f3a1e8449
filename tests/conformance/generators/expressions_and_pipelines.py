# Generator expressions and lazy pipelines.
import itertools

g = (x * x for x in range(5))
print(next(g), list(g), list(g))
print(sum(x for x in range(10) if x % 2), max((len(w), w) for w in ["a", "ccc", "bb"]), " ".join(str(i) for i in range(3)))
print(list((x, y) for x in range(3) for y in range(x)), set(x % 2 for x in range(5)), dict((k, v) for k, v in ["ab", "cd"]))


def naturals(n=1):
    while True:
        yield n
        n += 1


def sieve(numbers):
    prime = next(numbers)
    yield prime
    yield from sieve(n for n in numbers if n % prime)


print(list(itertools.islice(sieve(naturals(2)), 12)))


def log(label, source):
    for item in source:
        print(label, item)
        yield item


pipeline = log("second", (x + 100 for x in log("first", range(3))))
print("nothing yet")
print(next(pipeline))
print(list(pipeline))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(itertools.takewhile(lambda x: x < 100, fibonacci())))
print(any(x > 3 for x in log("any", range(10))), all(x < 1 for x in log("all", range(10))))
a, b, *c = (i for i in "hello")
print(a, b, c, [*fibonacci.__name__][:3])


def windows(iterable, n):
    window = []
    for item in iterable:
        window.append(item)
        if len(window) == n:
            yield tuple(window)
            window.pop(0)


print(list(windows(range(6), 3)), [sum(w) for w in windows([1, 2, 3, 4], 2)])
gen = (i for i in range(3))
print(2 in gen, list(gen), 5 in gen)
print(list(zip(naturals(), "abc")), list(map(lambda a, b: a * b, naturals(), range(3))))
try:
    len(x for x in range(3))
except TypeError as error:
    print(error)
try:
    naturals()[0]
except TypeError as error:
    print(error)
