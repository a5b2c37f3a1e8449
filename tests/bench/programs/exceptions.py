class TooLarge(ValueError):
    pass


def check(n):
    if n % 3 == 0:
        raise TooLarge(n)
    return n


def attempt(n):
    try:
        return check(n)
    except TooLarge as error:
        return -error.args[0]
    finally:
        seen.append(n)


seen = []


def work():
    seen.clear()
    total = 0
    for n in range(12_000):
        total += attempt(n)
    assert len(seen) == 12_000
