# A priority queue with changing priorities, on heapq.
import heapq
from itertools import count


class PriorityQueue:
    REMOVED = object()

    def __init__(self):
        self.heap = []
        self.entries = {}
        self.counter = count()

    def add(self, task, priority=0):
        if task in self.entries:
            self.remove(task)
        entry = [priority, next(self.counter), task]
        self.entries[task] = entry
        heapq.heappush(self.heap, entry)

    def remove(self, task):
        self.entries.pop(task)[-1] = self.REMOVED

    def pop(self):
        while self.heap:
            priority, _, task = heapq.heappop(self.heap)
            if task is not self.REMOVED:
                del self.entries[task]
                return task, priority
        raise KeyError("pop from an empty priority queue")


q = PriorityQueue()
for task, priority in (("write", 5), ("test", 3), ("plan", 1), ("deploy", 9), ("read", 3)):
    q.add(task, priority)
q.add("deploy", 2)
q.remove("write")
print(len(q.heap), len(q.entries))
while q.entries:
    print(*q.pop())
try:
    q.pop()
except KeyError as error:
    print(error)
