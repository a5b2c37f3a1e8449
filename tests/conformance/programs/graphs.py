# Dijkstra, breadth first, topological sort, union-find, flood fill.
import heapq
from collections import defaultdict, deque

edges = [("A", "B", 4), ("A", "C", 2), ("C", "B", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("F", "G", 1)]
graph = defaultdict(dict)
for a, b, w in edges:
    graph[a][b] = graph[b][a] = w


def dijkstra(start):
    best, previous, heap = {start: 0}, {}, [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > best[node]:
            continue
        for other, w in sorted(graph[node].items()):
            if d + w < best.get(other, float("inf")):
                best[other], previous[other] = d + w, node
                heapq.heappush(heap, (d + w, other))
    return best, previous


def path(previous, end):
    while end:
        yield end
        end = previous.get(end)


best, previous = dijkstra("A")
print(best, "->".join(reversed([*path(previous, "E")])))


def bfs(start):
    seen, queue = {start: 0}, deque([start])
    while queue:
        node = queue.popleft()
        for other in sorted(graph[node]):
            if other not in seen:
                seen[other] = seen[node] + 1
                queue.append(other)
    return seen


print(bfs("A"), bfs("F"))


def topological(dependencies):
    done, active, order = set(), set(), []

    def visit(n):
        if n in done:
            return
        if n in active:
            raise ValueError(f"cycle at {n}")
        active.add(n)
        for d in dependencies.get(n, ()):
            visit(d)
        active.discard(n)
        done.add(n)
        order.append(n)

    for n in dependencies:
        visit(n)
    return order


print(topological({"app": ["lib", "log"], "lib": ["core"], "log": ["core"], "core": []}))
try:
    topological({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as error:
    print(error)
parent = {}


def find(x):
    parent.setdefault(x, x)
    while parent[x] != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x


for a, b, _ in edges:
    parent[find(a)] = find(b)
print(len({find(x) for x in "ABCDEFG"}))
maze = ["#########", "#S..#...#", "#.#.#.#.#", "#.#...#E#", "#########"]
start = next((y, x) for y, row in enumerate(maze) for x, c in enumerate(row) if c == "S")
queue, came = deque([start]), {start: None}
while queue:
    y, x = here = queue.popleft()
    if maze[y][x] == "E":
        break
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        to = (y + dy, x + dx)
        if maze[to[0]][to[1]] != "#" and to not in came:
            came[to] = here
            queue.append(to)
steps = set()
while here:
    steps.add(here)
    here = came[here]
for y, row in enumerate(maze):
    print("".join("*" if (y, x) in steps and c == "." else c for x, c in enumerate(row)))
