# Generators as methods, in classes, with locals, recursion, infinite, and shared.
class Bag:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            yield item

    def pairs(self):
        it = iter(self)
        for a in it:
            yield a, next(it, None)

    @classmethod
    def of(cls, n):
        yield from cls(*range(n))

    @staticmethod
    def evens():
        n = 0
        while True:
            yield n
            n += 2

    @property
    def lazy(self):
        return (i * 10 for i in self)


b = Bag(1, 2, 3)
print(list(b), list(b), list(b.pairs()), list(Bag.of(3)), [n for n, _ in zip(b.evens(), "abc")], list(b.lazy), 2 in b, max(b), dict(b.pairs()))


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for p in permutations(items[1:]):
        for i in range(len(p) + 1):
            yield p[:i] + items[:1] + p[i:]


print(["".join(p) for p in permutations("abc")], sum(1 for _ in permutations("abcde")))


def tree(node, depth=0):
    name, *children = node
    yield depth, name
    for c in children:
        yield from tree(c, depth + 1)


for depth, name in tree(("root", ("a", ("a1",), ("a2",)), ("b",))):
    print("  " * depth + name)
shared = (i for i in range(6))
print([(x, next(shared)) for x in shared], list(shared))


def tail(n):
    window = []
    while True:
        x = yield window[:]
        window.append(x)
        del window[:-n]


t = tail(2)
next(t)
print([t.send(i) for i in range(4)])


def states():
    state = "idle"
    while True:
        event = yield state
        match state, event:
            case "idle", "start":
                state = "running"
            case "running", "pause":
                state = "paused"
            case "paused", "start":
                state = "running"
            case _, "stop":
                return "stopped"


m = states()
print(next(m), m.send("start"), m.send("start"), m.send("pause"), m.send("start"))
try:
    m.send("stop")
except StopIteration as stop:
    print(stop.value)


def conditional(flag):
    if flag:
        return ["never", "this"]
    yield "always a generator"


print(type(conditional(True)).__name__, list(conditional(True)), list(conditional(False)))
x, *rest = (c for c in "unpack")
print(x, rest, *(i for i in "ab"), sep=",")


def with_finally(log):
    for i in range(3):
        try:
            yield i
        finally:
            log.append(i)


log = []
for i in with_finally(log):
    if i == 1:
        break
print(log)
total = 0
for i in (n for n in range(10**5) if n % 3 == 0):
    total += i
print(total)
