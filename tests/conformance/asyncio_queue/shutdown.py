# Queue.shutdown (3.13).
import asyncio


async def main():
    q = asyncio.Queue(2)
    q.put_nowait(1)
    q.put_nowait(2)

    async def putter():
        try:
            await q.put(3)
            print("put")
        except asyncio.QueueShutDown:
            print("putter: shut down")

    p = asyncio.create_task(putter())
    await asyncio.sleep(0)
    q.shutdown()
    await p
    print(await q.get(), q.get_nowait())
    for work in (q.get, lambda: q.put(5)):
        try:
            await work()
        except asyncio.QueueShutDown as error:
            print("QueueShutDown", error.args)
    for work in (q.get_nowait, lambda: q.put_nowait(5)):
        try:
            work()
        except asyncio.QueueShutDown as error:
            print("QueueShutDown", error.args)

    q = asyncio.Queue()

    async def getter():
        try:
            print("got", await q.get())
        except asyncio.QueueShutDown:
            print("getter: shut down")

    tasks = [asyncio.create_task(getter()) for _ in range(2)]
    await asyncio.sleep(0)
    q.shutdown()
    await asyncio.gather(*tasks)

    q = asyncio.Queue()
    q.put_nowait("lost")
    q.shutdown(immediate=True)
    print(q.qsize())
    await q.join()
    try:
        await q.get()
    except asyncio.QueueShutDown:
        print("immediately empty")


asyncio.run(main())
