# merge, nlargest, nsmallest, replace and pushpop; comparisons that fail.
import heapq

print(list(heapq.merge([1, 4, 7], [2, 5], [], [3])), list(heapq.merge([9, 5, 1], [8, 2], reverse=True)))
print(list(heapq.merge(["pear", "banana"], ["fig", "apple", "cherries"], key=len)))
lazy = heapq.merge(iter(range(0, 10**9, 3)), iter(range(1, 10**9, 5)))
print([next(lazy) for _ in range(8)])
data = [5, 1, 8, 3, 9, 2]
print(heapq.nlargest(3, data), heapq.nsmallest(2, data), heapq.nlargest(0, data), heapq.nsmallest(99, data), heapq.nlargest(1, []))
print(heapq.nlargest(2, ["a", "ccc", "bb", "ddd"], key=len), heapq.nsmallest(2, [(1, "b"), (1, "a")]))
heap = list(data)
heapq.heapify(heap)
print(heap, heapq.heapreplace(heap, 0), heap, heapq.heappushpop(heap, -1), heapq.heappushpop(heap, 7), heap)
print([heapq.heappop(heap) for _ in range(len(heap))])
for work in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify((1, 2)), lambda: heapq.heappush([1, "a"], 0), lambda: heapq.heapify([1, "a"])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


def median_stream(numbers):
    low, high = [], []
    for n in numbers:
        heapq.heappush(high, -heapq.heappushpop(low, -n))
        if len(high) > len(low):
            heapq.heappush(low, -heapq.heappop(high))
        yield -low[0] if len(low) > len(high) else (high[0] - low[0]) / 2


print(list(median_stream([5, 15, 1, 3, 8])))
