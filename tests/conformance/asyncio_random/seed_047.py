# Random program 47: the order of tasks, locks, queues, timers and cancellations.
import asyncio

SLOT = 0.04


async def until(slot):
    await asyncio.sleep(start + slot * SLOT - loop.time())


def spawn(coroutine, name):
    task = asyncio.create_task(coroutine, name=name)
    everything.append(task)
    return task


def outcome(task):
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())


QUEUE_SIZE = 0

async def c0():
    print("c0", 1, "gather", await asyncio.gather(c1()))
    await until(8)
    print("c0", 2, "slot 8")
    return "c0"


async def c1():
    print("c1", 1, "shield", await asyncio.shield(spawn(c2(), "c2")))
    await asyncio.sleep(0)
    print("c1", 2, "turn")
    return "c1"


async def c2():
    await until(3)
    print("c2", 1, "slot 3")
    await asyncio.sleep(0)
    print("c2", 2, "turn")
    return "c2"


async def w0():
    await until(1)
    print("w0", 1, "slot 1")
    if not futures[0].cancelled():
        print("w0", 2, "future", await futures[0])
    try:
        async with asyncio.timeout_at(start + 9 * SLOT):
            async with cond:
                print("w0", 31, "waits for cond")
                await cond.wait()
                print("w0", 31, "notified")
            if not futures[2].done():
                futures[2].set_result("w0")
                print("w0", 32, "set future 2")
    except TimeoutError:
        print("w0", 3, "timed out")
    return "w0"


async def w1():
    try:
        async with asyncio.timeout_at(start + 6 * SLOT):
            print("w1", 11, "cancels w1", workers[1].cancel())
            if not futures[1].cancelled():
                print("w1", 12, "future", await futures[1])
    except TimeoutError:
        print("w1", 1, "timed out")
    async with locks[1]:
        print("w1", 2, "has lock 1")
        try:
            loop.call_at(start + 2 * SLOT, print, "w1", 211, "timer 2")
        finally:
            print("w1", 21, "finally")
    print("w1", 2, "left lock 1")
    async with cond:
        cond.notify(2)
    print("w1", 3, "notifies")
    try:
        await events[1].wait()
        print("w1", 41, "event")
    finally:
        print("w1", 4, "finally")
    print("w1", 5, "shield", await asyncio.shield(spawn(c0(), "c0")))
    return "w1"


async def main():
    global loop, start, everything, locks, sem, cond, events, queue, futures, workers
    loop = asyncio.get_running_loop()
    start = loop.time()
    everything = []
    locks = [asyncio.Lock(), asyncio.Lock()]
    sem, cond = asyncio.Semaphore(2), asyncio.Condition()
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(QUEUE_SIZE)
    futures = [loop.create_future() for _ in range(3)]
    workers = []
    for function in (w0, w1):
        workers.append(spawn(function(), function.__name__))
    await until(26)
    print("-- the end")
    for task in everything:
        if not task.done():
            print("still there:", task.get_name())
            task.cancel()
    await asyncio.gather(*everything, return_exceptions=True)
    for task in everything:
        print(task.get_name(), outcome(task))


asyncio.run(main())
