# At the end of a program finalizers run in the order in which the objects were made, and still see its names.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, describe(self), sys.version_info >= (3, 13), last.name)


def describe(thing):
    return f"<{type(thing).__name__} {thing.name}>"


_private = Noisy("_private")
first = Noisy("first")
cycle = Noisy("cycle")
cycle.me = cycle
last = Noisy("last")
print("the end")
