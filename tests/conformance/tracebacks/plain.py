# An uncaught exception through three functions.
def first(n):
    return second(n + 1)


def second(n):
    values = [10, 20, 30]
    total = sum(values) + third(n, divisor=0)
    return total


def third(n, divisor):
    print("about to divide")
    return n / divisor


first(1)
