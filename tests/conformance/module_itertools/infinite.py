# itertools: the infinite ones, and recipes.
from itertools import count, cycle, repeat, islice, chain, takewhile, tee, zip_longest, starmap, accumulate

print(list(islice(count(), 3)), list(islice(count(5, -2), 3)), list(islice(count(0.5, 0.25), 3)), list(zip(count(1), "ab")), next(count(10**20)))
print(list(islice(cycle("abc"), 7)), list(cycle([])), list(repeat("x", 3)), list(islice(repeat(None), 2)), list(map(pow, range(4), repeat(2))), repeat(5, 2), count(3), count(1, 2))
c = count()
print(next(c), next(c), c)
colours = cycle(["red", "green"])
print([(next(colours), n) for n in range(3)])


def grouper(iterable, n, fill=None):
    return zip_longest(*[iter(iterable)] * n, fillvalue=fill)


def flatten(lists):
    return list(chain.from_iterable(lists))


def unique(iterable):
    seen = set()
    for x in iterable:
        if x not in seen:
            seen.add(x)
            yield x


def round_robin(*iterables):
    iterators = [iter(i) for i in iterables]
    while iterators:
        for it in iterators[:]:
            try:
                yield next(it)
            except StopIteration:
                iterators.remove(it)


print(list(grouper("abcdefg", 3, "x")), flatten([[1], [2, 3], []]), list(unique("mississippi")), list(round_robin("abc", "d", "ef")))
print(list(takewhile(lambda p: p < 40, (x * x for x in count(1)))), list(islice(accumulate(repeat(2), lambda a, b: a * b), 8)))
powers = (2**i for i in count())
a, b = tee(powers)
print(list(islice(a, 4)), list(islice(b, 6)))
print(list(islice((x for x in count() if all(x % d for d in range(2, int(x**0.5) + 1)) and x > 1), 10)), sum(islice(repeat(3), 4)))
