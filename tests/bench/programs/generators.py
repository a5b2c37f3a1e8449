def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def even(source):
    for n in source:
        if n % 2 == 0:
            yield n


def pairs(source):
    for n in source:
        yield n, n + 1


def chain(*sources):
    for source in sources:
        yield from source


def work():
    total = 0
    for a, b in pairs(even(chain(numbers(30_000), numbers(30_000)))):
        total += a * b
    assert sum(x for x in numbers(10_000)) == 49_995_000
