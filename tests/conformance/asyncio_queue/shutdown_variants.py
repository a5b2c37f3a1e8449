# Queue.shutdown: at once or when empty, with waiters on both sides, and join().
import asyncio


async def producer(queue, n):
    try:
        for i in range(n):
            await queue.put(i)
            print("put", i)
    except asyncio.QueueShutDown:
        print("producer: shut down at", i)


async def consumer(queue, name):
    while True:
        try:
            item = await queue.get()
        except asyncio.QueueShutDown:
            print(name, "shut down")
            return
        print(name, "got", item)
        queue.task_done()


async def main():
    for immediate in (False, True):
        print("immediate:", immediate)
        queue = asyncio.Queue(maxsize=2)
        putting = asyncio.create_task(producer(queue, 5))
        await asyncio.sleep(0.01)
        queue.shutdown(immediate=immediate)
        print(queue.qsize(), queue.full())
        await putting
        taking = [asyncio.create_task(consumer(queue, name)) for name in ("a", "b")]
        await asyncio.gather(*taking)
        await queue.join()
        for call in (lambda: queue.put_nowait(1), queue.get_nowait):
            try:
                call()
            except asyncio.QueueShutDown as error:
                print(repr(error))
    queue = asyncio.PriorityQueue()
    waiting = [asyncio.create_task(consumer(queue, f"waiter {n}")) for n in range(3)]
    await asyncio.sleep(0)
    queue.put_nowait(5)
    queue.shutdown()
    queue.shutdown()
    await asyncio.gather(*waiting)
    queue = asyncio.LifoQueue()
    for n in range(3):
        queue.put_nowait(n)
    joining = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    print("joined:", joining.done())
    queue.shutdown(immediate=True)
    await joining
    print("joined:", joining.done())
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
