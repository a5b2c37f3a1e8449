# LifoQueue, PriorityQueue; the order in which waiting getters and putters wake.
import asyncio


async def drain(q):
    items = []
    while not q.empty():
        items.append(await q.get())
    return items


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = kind()
        for item in (3, 1, 4, 1, 5, 9, 2, 6):
            q.put_nowait(item)
        print(kind.__name__, await drain(q))
    pq = asyncio.PriorityQueue()
    for entry in ((2, "code"), (1, "eat"), (3, "sleep"), (1, "drink")):
        await pq.put(entry)
    print(await drain(pq))

    q = asyncio.Queue()

    async def getter(name):
        print(name, "got", await q.get())

    tasks = [asyncio.create_task(getter(n)) for n in "abc"]
    await asyncio.sleep(0)
    for i in range(3):
        q.put_nowait(i)
    await asyncio.gather(*tasks)

    q = asyncio.Queue(1)
    q.put_nowait("full")

    async def putter(name):
        await q.put(name)
        print(name, "put")

    tasks = [asyncio.create_task(putter(n)) for n in "xyz"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    for _ in range(3):
        print("took", await q.get())
        await asyncio.sleep(0)
    await asyncio.gather(*tasks, return_exceptions=True)

    q = asyncio.Queue()
    t = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.put_nowait("stolen?")
    print("newcomer:", await q.get())
    q.put_nowait("second")
    print("waiter:", await t)
    cancelled = asyncio.create_task(q.get())
    waiting = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.put_nowait("for the next in line")
    cancelled.cancel()
    print(await waiting, cancelled.cancelled())


asyncio.run(main())
