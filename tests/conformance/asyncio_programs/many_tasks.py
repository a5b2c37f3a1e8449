# Thousands of tasks: sums, trees, a ring.
import asyncio


async def one(n):
    await asyncio.sleep(0)
    return n


async def tree(depth):
    if depth == 0:
        return 1
    left, right = await asyncio.gather(tree(depth - 1), tree(depth - 1))
    return left + right


async def ring(size, laps):
    queues = [asyncio.Queue() for _ in range(size)]

    async def node(i):
        for _ in range(laps):
            token = await queues[i].get()
            await queues[(i + 1) % size].put(token + 1)

    tasks = [asyncio.create_task(node(i)) for i in range(size)]
    queues[0].put_nowait(0)
    await asyncio.gather(*tasks)
    return await queues[0].get()


async def main():
    print(sum(await asyncio.gather(*(one(i) for i in range(3000)))))
    print(await tree(9))
    print(await ring(50, 20))
    sem = asyncio.Semaphore(10)
    running = peak = 0

    async def limited():
        nonlocal running, peak
        async with sem:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(500)))
    print(peak, running)
    events = [asyncio.Event() for _ in range(200)]

    async def domino(i):
        await events[i].wait()
        if i + 1 < len(events):
            events[i + 1].set()
        return i

    tasks = [asyncio.create_task(domino(i)) for i in range(200)]
    events[0].set()
    print(len(await asyncio.gather(*tasks)))


asyncio.run(main())
