# partial, partialmethod, reduce, total_ordering, cmp_to_key.
from functools import cmp_to_key, partial, partialmethod, reduce, total_ordering


def describe(a, b=2, *rest, c=3, **more):
    return a, b, rest, c, more


p = partial(describe, 1, c=30, z=0)
print(p(), p(5, 6, 7), p(c=4, d=5), p.func.__name__, p.args, p.keywords)
q = partial(p, 9, c=1)
print(q(), q.args, q.keywords, q.func is describe, repr(partial(print, 1, end="")).startswith("functools.partial(<built-in"))
basetwo = partial(int, base=2)
basetwo.__doc__ = "Base two."
print(basetwo("1010"), basetwo.__doc__, list(map(partial(pow, 2), range(5))))


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state):
        self.alive = state
        return self

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, state=False)


print(Cell().set_alive().alive, Cell().set_alive().set_dead().alive)
print(reduce(lambda a, b: f"({a}{b})", "abcd"), reduce(lambda a, b: a * b, [], 7))
try:
    reduce(max, [])
except TypeError as error:
    print(error)


@total_ordering
class Card:
    def __init__(self, rank):
        self.rank = rank

    def __eq__(self, other):
        return self.rank == other.rank

    def __lt__(self, other):
        return self.rank < other.rank


print(Card(1) <= Card(1), Card(2) > Card(1), Card(2) >= Card(3))
print(sorted(["bb", "a", "ccc", "aa"], key=cmp_to_key(lambda x, y: len(y) - len(x) or (x > y) - (x < y))))
try:
    total_ordering(type("Nothing", (), {}))
except ValueError as error:
    print(error)
