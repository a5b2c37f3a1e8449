# collections.deque.
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
d.extend([5, 6])
d.extendleft([-1, -2])
print(d, len(d), d[0], d[-1], d[3], 4 in d, list(d), d.count(2), d.index(3))
print(d.pop(), d.popleft(), d)
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.insert(1, "new")
d.remove(2)
d.reverse()
print(d, list(reversed(d)), d == deque(list(d)), d != deque(), d.copy() == d)
del d[0]
d[1] = "set"
print(d)
small = deque(maxlen=3)
for i in range(5):
    small.append(i)
print(small, small.maxlen, deque("abcde", 2), deque("abc", maxlen=0))
small.appendleft("x")
print(small, small + deque([9]), deque([1]) * 2, bool(deque()), deque([1, 2]) < deque([1, 3]))
small.clear()
print(small, repr(deque()))
for work in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(9), lambda: deque([1]).index(9), lambda: deque(5), lambda: deque([], -1), lambda: hash(deque()), lambda: deque([1, 2])[0:1], lambda: deque("ab", maxlen=2).insert(0, "x"), lambda: deque() + [1]):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
try:
    d = deque([1, 2, 3])
    for x in d:
        d.append(x)
except RuntimeError as error:
    print(error)
d = deque(range(5))
d += [9]
print(d, sum(d), max(d), sorted(d, reverse=True), [*d][1:3])
me = deque([1])
me.append(me)
print(me)
