# A discrete event simulation with a heap and generators.
import heapq
import random


class Simulation:
    def __init__(self):
        self.now, self.events, self.n = 0, [], 0

    def start(self, process):
        self._schedule(0, process)

    def _schedule(self, delay, process, value=None):
        self.n += 1
        heapq.heappush(self.events, (self.now + delay, self.n, process, value))

    def run(self, until):
        while self.events and self.events[0][0] <= until:
            self.now, _, process, value = heapq.heappop(self.events)
            try:
                request = process.send(value)
            except StopIteration:
                continue
            if isinstance(request, (int, float)):
                self._schedule(request, process)
            else:
                request(self, process)


class Resource:
    def __init__(self, capacity):
        self.free, self.waiting = capacity, []

    def acquire(self, sim, process):
        if self.free:
            self.free -= 1
            sim._schedule(0, process, "at once")
        else:
            self.waiting.append(process)

    def release(self, sim):
        if self.waiting:
            sim._schedule(0, self.waiting.pop(0), "after waiting")
        else:
            self.free += 1


def customer(sim, name, arrive, desk):
    yield arrive
    print(f"{sim.now:5.1f} {name} arrives")
    how = yield desk.acquire
    print(f"{sim.now:5.1f} {name} served {how}")
    yield 2 + random.randint(0, 3)
    desk.release(sim)
    print(f"{sim.now:5.1f} {name} leaves")


random.seed(3)
sim, desk = Simulation(), Resource(2)
for i, name in enumerate(("ana", "ben", "cho", "dan", "eve")):
    sim.start(customer(sim, name, i * 1.3, desk))
sim.run(until=20)
print(sim.now, desk.free, len(sim.events))
