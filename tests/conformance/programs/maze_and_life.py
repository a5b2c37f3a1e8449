# Grids: a maze solved breadth first, cellular automata, flood fill, a spiral.
from collections import deque

MAZE = """\
#########
#S..#...#
#.#.#.#.#
#.#...#E#
#########""".splitlines()


def solve(maze):
    places = {c: (y, x) for y, row in enumerate(maze) for x, c in enumerate(row) if c in "SE"}
    came, queue = {places["S"]: None}, deque([places["S"]])
    while queue:
        y, x = here = queue.popleft()
        if here == places["E"]:
            break
        for step in ((y, x + 1), (y + 1, x), (y, x - 1), (y - 1, x)):
            if maze[step[0]][step[1]] != "#" and step not in came:
                came[step] = here
                queue.append(step)
    path, here = [], places["E"]
    while here:
        path.append(here)
        here = came[here]
    return path[::-1]


path = solve(MAZE)
print(len(path) - 1, path[:3])
print("\n".join("".join("*" if (y, x) in path and c == "." else c for x, c in enumerate(row)) for y, row in enumerate(MAZE)))


def rule(number, width, steps):
    cells = [0] * width
    cells[width // 2] = 1
    for _ in range(steps):
        yield "".join(".#"[c] for c in cells)
        cells = [number >> (cells[i - 1] * 4 + cells[i] * 2 + cells[(i + 1) % width]) & 1 for i in range(width)]


print(*rule(90, 17, 8), sep="\n")


def regions(grid):
    seen, sizes = set(), []
    for start in ((y, x) for y in range(len(grid)) for x in range(len(grid[0]))):
        stack, size = [start], 0
        while stack:
            y, x = stack.pop()
            if 0 <= y < len(grid) and 0 <= x < len(grid[0]) and (y, x) not in seen and grid[y][x] == "1":
                seen.add((y, x))
                size += 1
                stack += [(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)]
        if size:
            sizes.append(size)
    return sizes


print(regions(["11000", "11010", "00111"]))


def spiral(matrix):
    while matrix:
        yield from matrix[0]
        matrix = list(zip(*matrix[1:]))[::-1]


print(list(spiral([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])))
