"""Structures that are nested very deeply are made, walked and freed."""
import functools
import itertools


def nest(kind, depth):
    value = kind(())
    for _ in range(depth):
        value = kind((value,))
    return value


for kind in (list, tuple):
    deep = nest(kind, 100_000)
    for label, action in (("repr", lambda: repr(deep)), ("equal", lambda: deep == nest(kind, 100_000))):
        try:
            action()
            print(kind.__name__, label, "works")
        except RecursionError:
            print(kind.__name__, label, "RecursionError")
    del deep

table = {}
for _ in range(100_000):
    table = {"next": table}
del table


class Node:
    def __init__(self, next_node):
        self.next = next_node


head = None
for _ in range(100_000):
    head = Node(head)
count, node = 0, head
while node:
    count, node = count + 1, node.next
print("linked list of", count)
del head, node

function = print
for _ in range(1_000):
    function = functools.partial(function, 1)
del function

iterator = iter([1])
for _ in range(20_000):
    iterator = map(str, iterator)
del iterator
chained = iter([1])
for _ in range(1000):
    chained = itertools.chain(chained, [2])
print(sum(1 for _ in chained))

error = ValueError(0)
for n in range(50_000):
    following = ValueError(n)
    following.__cause__ = error
    error = following
del error, following
closure = lambda: 0
for _ in range(50_000):
    closure = (lambda inner: lambda: inner)(closure)
del closure
print("all freed")
