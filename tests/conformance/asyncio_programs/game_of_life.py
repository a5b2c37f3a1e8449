# Cells as tasks that exchange generations through a barrier.
import asyncio


async def cell(world, x, y, barrier, generations):
    h, w = len(world), len(world[0])
    for _ in range(generations):
        n = sum(world[(y + dy) % h][(x + dx) % w] for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
        value = 1 if n == 3 or (n == 2 and world[y][x]) else 0
        await barrier.wait()
        world[y][x] = value
        await barrier.wait()


def show(world):
    print("\n".join("".join(".#"[c] for c in row) for row in world), end="\n\n")


async def main():
    world = [[0] * 6 for _ in range(6)]
    for x, y in ((1, 0), (2, 1), (0, 2), (1, 2), (2, 2)):
        world[y][x] = 1
    show(world)
    barrier = asyncio.Barrier(36)
    await asyncio.gather(*(cell(world, x, y, barrier, 4) for x in range(6) for y in range(6)))
    show(world)


asyncio.run(main())
