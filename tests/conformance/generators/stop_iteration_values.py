"""What a StopIteration carries: through `yield from`, through iterators over iterators, thrown where nothing takes it."""
import itertools


class Ending:
    def __init__(self, count=0):
        self.count = count

    def __iter__(self):
        return self

    def __next__(self):
        if self.count == 0:
            raise StopIteration("the end")
        self.count -= 1
        return self.count


def delegating(iterator):
    print("result:", (yield from iterator))
    yield "after"


# Iterators without throw(): the exception is raised at the `yield from`, and a StopIteration ends that.
for iterator in (Ending(3), iter([1, 2, 3]), iter(range(9)), map(str, [1, 2])):
    generator = delegating(iterator)
    next(generator)
    print(generator.throw(StopIteration("thrown")))
generator = delegating(iter([1, 2]))
next(generator)
try:
    generator.throw(ValueError("not an end"))
except ValueError as error:
    print(error)


def ways():
    yield "map", map(str, Ending())
    yield "map of two", map(str, [1], Ending())
    yield "zip", zip(Ending())
    yield "zip, second", zip([1], Ending())
    yield "filter", filter(None, Ending())
    yield "enumerate", enumerate(Ending())
    yield "iter", iter(Ending())
    yield "chain", itertools.chain(Ending())
    yield "islice", itertools.islice(Ending(), 3)
    yield "takewhile", itertools.takewhile(bool, Ending())
    yield "dropwhile", itertools.dropwhile(bool, Ending())
    yield "filterfalse", itertools.filterfalse(bool, Ending())
    yield "accumulate", itertools.accumulate(Ending())
    yield "starmap", itertools.starmap(max, Ending())
    yield "cycle", itertools.cycle(Ending())
    yield "zip_longest", itertools.zip_longest(Ending())
    yield "pairwise", itertools.pairwise(Ending())
    yield "compress", itertools.compress(Ending(), [1])
    yield "batched", itertools.batched(Ending(), 2)
    yield "groupby", itertools.groupby(Ending())
    yield "tee", itertools.tee(Ending())[0]


for name, iterator in ways():
    try:
        next(iterator)
    except StopIteration as stop:
        print(f"{name}: {stop.value!r}")
print(list(delegating(map(str, Ending(2)))), list(zip(Ending(2), Ending(3))), list(map(max, Ending(2), Ending(4))))
print(next(map(str, Ending()), "default"), list(filter(None, Ending(3))), dict(enumerate(Ending(2))))
for left, right in ((Ending(1), Ending(2)), (Ending(2), Ending(1)), (Ending(2), Ending(2))):
    try:
        print(list(zip(left, right, strict=True)))
    except ValueError as error:
        print(error)
