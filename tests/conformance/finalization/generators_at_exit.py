"""Generators that wait inside `try` run their `finally` when the program ends."""


def countdown(name, n):
    try:
        while n:
            yield n
            n -= 1
    finally:
        print("closing", name, "at", n, "with", summary(name))


def summary(name):
    return name.upper()


one = countdown("one", 3)
two = countdown("two", 3)
print(next(one), next(two), next(two))
pending = [countdown("in a list", 5)]
print(next(pending[0]))
never_started = countdown("never started", 1)
finished = countdown("finished", 1)
print(list(finished))
print("end of program")
