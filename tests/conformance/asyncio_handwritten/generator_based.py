# An event loop for generators, as before async/await: yield from.
import heapq


class Loop:
    def __init__(self):
        self.now = 0
        self.queue = []
        self.counter = 0

    def schedule(self, gen, at, value=None):
        self.counter += 1
        heapq.heappush(self.queue, (at, self.counter, gen, value))

    def run(self):
        while self.queue:
            self.now, _, gen, value = heapq.heappop(self.queue)
            try:
                delay = gen.send(value)
            except StopIteration as stop:
                print(f"t={self.now} finished: {stop.value}")
            else:
                self.schedule(gen, self.now + delay, delay)


def sleep(n):
    got = yield n
    return got


def steps(name, *delays):
    total = 0
    for d in delays:
        total += yield from sleep(d)
        print(f"t={loop.now} {name} total {total}")
    return name


def outer(name):
    first = yield from steps(name + ".1", 1, 1)
    second = yield from steps(name + ".2", 3)
    return [first, second]


loop = Loop()
loop.schedule(steps("a", 2, 5, 1), 0)
loop.schedule(outer("b"), 1)
loop.schedule(steps("c"), 0)
loop.run()
print("end at", loop.now)
