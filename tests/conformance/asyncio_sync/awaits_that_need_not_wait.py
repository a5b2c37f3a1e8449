# SPDX-License-Identifier: MIT
# Awaiting what is there already: no switch, no cancellation point; and subclasses, shadowed methods and errors all the same.
import asyncio


class Counting(asyncio.Queue):
    puts = 0

    def put_nowait(self, item):
        Counting.puts += 1
        return super().put_nowait(item)


class Loud(asyncio.Lock):
    def release(self):
        print("release")
        super().release()

    async def acquire(self):
        print("acquire")
        return await super().acquire()


async def other(log):
    log.append("other")


async def add(a, b=10, *, c=100):
    return a + b + c


async def plain(a, b):
    return a, b


async def deep(n):
    return n if n == 0 else 1 + await deep(n - 1)


class Thing:
    async def double(self, n):
        return 2 * n

    @staticmethod
    async def triple(n):
        return 3 * n

    @classmethod
    async def name(cls):
        return cls.__name__


async def ready_at_once():
    log = []
    task = asyncio.create_task(other(log))
    queue = asyncio.Queue(2)
    print(await queue.put(1), await queue.put(2), queue.qsize(), log)
    print(await queue.get(), await queue.get(), queue.empty(), log)
    queue.task_done()
    queue.task_done()
    print(await queue.join(), log)
    lock, event, semaphore = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2)
    event.set()
    print(await lock.acquire(), lock.locked(), await event.wait(), await semaphore.acquire(), log)
    lock.release()
    async with lock as entered:
        print(entered, lock.locked())
    async with semaphore:
        print(semaphore.locked())
    print(lock.locked(), semaphore.locked(), log)
    await task
    print(log)


async def changed_or_closed():
    queue = asyncio.Queue(2)
    await queue.put(1)
    queue.shutdown()
    print(await queue.get())
    for use in (queue.get, lambda: queue.put(1)):
        try:
            await use()
        except asyncio.QueueShutDown as error:
            print(type(error).__name__)
    try:
        await queue.put(1)
    except asyncio.QueueShutDown as error:
        print(type(error).__name__)
    try:
        await queue.put()
    except TypeError as error:
        print(error)
    counting = Counting()
    await counting.put("a")
    await counting.put("b")
    print(Counting.puts, await counting.get())
    shadowed = asyncio.Queue()
    shadowed.put_nowait = lambda item: print("shadowed", item)
    await shadowed.put("c")
    print(shadowed.qsize())
    for queue in asyncio.PriorityQueue(), asyncio.LifoQueue():
        for n in 3, 1, 2:
            await queue.put(n)
        print([await queue.get() for _ in range(3)])
    async with Loud():
        print("inside")
    lock = asyncio.Lock()
    try:
        async with lock:
            lock.release()
    except RuntimeError as error:
        print(error)
    bounded = asyncio.BoundedSemaphore(1)
    try:
        async with bounded:
            bounded.release()
    except ValueError as error:
        print(error)


async def no_cancellation_point():
    asyncio.current_task().cancel()
    await asyncio.Queue().put("no place to be cancelled at")
    async with asyncio.Lock():
        print(await add(1), await add(1, 2), await add(1, c=3), await plain(*"xy"))
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().uncancel())


async def written_in_python():
    thing = Thing()
    print(await thing.double(4), await Thing.double(thing, 5), await thing.triple(4), await thing.name(), await Thing.name())
    print(await deep(200))
    for wrong in deep, plain:
        try:
            await (wrong(5000) if wrong is deep else wrong(1))
        except (RecursionError, TypeError) as error:
            print(error)


async def main():
    await ready_at_once()
    await changed_or_closed()
    await no_cancellation_point()
    await written_in_python()


asyncio.run(main())
