# The exact order of producers and consumers on small queues.
import asyncio


async def producer(name, q, n, log):
    for i in range(n):
        await q.put(f"{name}{i}")
        log.append(f"+{name}{i}")


async def consumer(name, q, n, log):
    for _ in range(n):
        item = await q.get()
        log.append(f"{name}:{item}")


async def run(maxsize, producers, consumers):
    q, log = asyncio.Queue(maxsize), []
    await asyncio.gather(
        *(producer(n, q, k, log) for n, k in producers),
        *(consumer(n, q, k, log) for n, k in consumers),
    )
    print(maxsize, " ".join(log))


async def main():
    for size in (0, 1, 2):
        await run(size, [("a", 3)], [("X", 3)])
        await run(size, [("a", 3), ("b", 3)], [("X", 6)])
        await run(size, [("a", 4)], [("X", 2), ("Y", 2)])
        await run(size, [("a", 2), ("b", 2)], [("X", 1), ("Y", 3)])


asyncio.run(main())
