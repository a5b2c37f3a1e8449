# Priorities with ties, join with several producers, get with timeout, size limits.
import asyncio
import itertools


async def main():
    counter = itertools.count()
    pq = asyncio.PriorityQueue()
    for priority, name in ((2, "b"), (1, "a"), (2, "c"), (0, "urgent"), (1, "d")):
        pq.put_nowait((priority, next(counter), name))
    print([pq.get_nowait()[2] for _ in range(pq.qsize())])
    try:
        for item in ((1, {}), (1, {})):
            pq.put_nowait(item)
    except TypeError as error:
        print(error)

    q, log = asyncio.Queue(2), []

    async def produce(name, n):
        for i in range(n):
            await q.put((name, i))

    async def consume(name):
        while True:
            item = await q.get()
            log.append((name, *item))
            await asyncio.sleep(0)
            q.task_done()

    consumers = [asyncio.create_task(consume(n)) for n in ("c1", "c2")]
    await asyncio.gather(produce("p", 3), produce("q", 2))
    await q.join()
    for c in consumers:
        c.cancel()
    print(log)
    print([r.__class__.__name__ for r in await asyncio.gather(*consumers, return_exceptions=True)])

    async def get_or(default, seconds):
        try:
            return await asyncio.wait_for(q.get(), seconds)
        except TimeoutError:
            return default

    asyncio.get_running_loop().call_later(0.05, q.put_nowait, "in time")
    print(await get_or("too late", 0.2), await get_or("too late", 0.02))
    lifo = asyncio.LifoQueue(3)
    for i in range(3):
        await lifo.put(i)
    print(lifo.full(), [await lifo.get() for _ in range(3)], lifo.empty())
    blocked = asyncio.create_task(produce("x", 5))
    await asyncio.sleep(0)
    print(q.qsize(), q.full(), blocked.done())
    blocked.cancel()
    await asyncio.wait([blocked])
    print(q.qsize(), [q.get_nowait() for _ in range(2)])
    print(asyncio.Queue(0).full(), asyncio.Queue(-1).full(), asyncio.Queue(maxsize=1).maxsize)


asyncio.run(main())
