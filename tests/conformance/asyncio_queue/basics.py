# Queue: put, get, maxsize, nowait variants, join.
import asyncio


async def main():
    q = asyncio.Queue()
    print(q.empty(), q.full(), q.qsize(), q.maxsize)
    await q.put("a")
    q.put_nowait("b")
    print(q.qsize(), await q.get(), q.get_nowait(), q.empty())
    q.task_done()
    q.task_done()
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as error:
        print("QueueEmpty", error.args)
    small = asyncio.Queue(maxsize=2)
    small.put_nowait(1)
    small.put_nowait(2)
    print(small.full())
    try:
        small.put_nowait(3)
    except asyncio.QueueFull as error:
        print("QueueFull", error.args)

    async def producer():
        for i in range(5):
            await small.put(f"item {i}")
            print("put", i, "size", small.qsize())

    async def consumer():
        for _ in range(7):
            await asyncio.sleep(0.02)
            print("got", await small.get())

    await asyncio.gather(producer(), consumer())

    async def worker(name):
        while True:
            item = await q.get()
            await asyncio.sleep(item)
            print(name, "finished", item)
            q.task_done()

    workers = [asyncio.create_task(worker(n)) for n in ("w1", "w2")]
    for item in (0.05, 0.12, 0.13, 0.03):
        q.put_nowait(item)
    await q.join()
    print("joined")
    for w in workers:
        w.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*workers, return_exceptions=True)])
    try:
        q.task_done()
    except ValueError as error:
        print(error)
    await q.join()
    try:
        await asyncio.wait_for(q.get(), 0.05)
    except TimeoutError:
        print("nothing came")
    q.put_nowait(None)
    print(await q.get())


asyncio.run(main())
