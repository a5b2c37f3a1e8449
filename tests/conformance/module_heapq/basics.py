# heapq: push, pop, heapify, nlargest, merge.
import heapq

heap = []
for n in (5, 1, 8, 3, 9, 2):
    heapq.heappush(heap, n)
    print(heap)
print([heapq.heappop(heap) for _ in range(3)], heap)
data = [9, 4, 7, 1, 8, 2, 6]
heapq.heapify(data)
print(data, heapq.heappushpop(data, 0), heapq.heappushpop(data, 5), data, heapq.heapreplace(data, 10), data)
print(heapq.nlargest(3, [5, 1, 9, 3]), heapq.nsmallest(2, ["pear", "fig", "apple"], key=len), heapq.nlargest(10, [1, 2]), heapq.nsmallest(0, [1]), heapq.nlargest(1, "abc"), heapq.nsmallest(3, [(2, "b"), (1, "z"), (2, "a")]))
print(list(heapq.merge([1, 4, 9], [2, 3], [])), list(heapq.merge("ace", "bdf")), list(heapq.merge([9, 5], [8, 1], reverse=True)), list(heapq.merge(["aa", "b"], ["ccc"], key=lambda s: -len(s))))
tasks = []
for priority, name in ((3, "sleep"), (1, "eat"), (2, "code"), (1, "drink")):
    heapq.heappush(tasks, (priority, name))
while tasks:
    print(heapq.heappop(tasks), end=" ")
print()
equal = []
for i in range(8):
    heapq.heappush(equal, (1, i))
print([heapq.heappop(equal)[1] for _ in range(8)])


class Job:
    def __init__(self, p, n):
        self.p, self.n = p, n

    def __lt__(self, other):
        return self.p < other.p


jobs = [Job(2, i) for i in range(8)]
heapq.heapify(jobs)
print([heapq.heappop(jobs).n for _ in range(8)], "heapq is not stable")
for work in (lambda: heapq.heappop([]), lambda: heapq.heappush([(1, "a", {})], (1, "a", {"x": 1})), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify((1,)), lambda: heapq.heappush([1], "x")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
