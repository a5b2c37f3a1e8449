"""What is nested very deeply, or repeated very often, ends with an exception or a result, never in a crash or a loop."""
import itertools
from collections import deque


def attempt(do):
    try:
        return repr(do())[:60]
    except Exception as error:
        return type(error).__name__


group = ValueError(1)
for _ in range(50_000):
    group = ExceptionGroup("level", [group])
print(attempt(lambda: group.split(ValueError)[1]), attempt(lambda: group.split(KeyError)), attempt(lambda: group.subgroup(KeyError)))


def starred():
    handled = False
    try:
        raise group
    except* ValueError:
        handled = True
    return handled


print(attempt(starred))
del group

members = frozenset()
for _ in range(50_000):
    members = frozenset([members])
print(attempt(lambda: repr(members)), attempt(lambda: str(members)), len(members), hash(members) == hash(members))
del members

many, huge = 1000, 2**62
print(deque([1, 2, 3], maxlen=5) * many, deque(maxlen=3) * many, deque([1, 2], maxlen=3) * 1, deque([7], maxlen=0) * many)
limited = deque("abc", 4)
limited *= many
print(limited, deque() * huge, attempt(lambda: deque([1, 2]) * huge))
print(attempt(lambda: "a" * huge), attempt(lambda: [1, 2] * huge), attempt(lambda: b"ab" * huge), attempt(lambda: (1, 2) * huge))

for wrap in (enumerate, lambda it: map(str, it), zip, lambda it: filter(None, it), lambda it: (x for x in it), itertools.chain):
    iterator = iter([])
    for _ in range(300):
        iterator = wrap(iterator)
    print(list(iterator))
