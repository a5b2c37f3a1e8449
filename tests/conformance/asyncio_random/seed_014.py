# Random program 14: the order of tasks, locks, queues, timers and cancellations.
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
    if not futures[0].done():
        futures[0].set_result("c0")
        print("c0", 1, "set future 0")
    events[0].set()
    print("c0", 2, "event set")
    print("c0", 3, "shield", await asyncio.shield(spawn(c1(), "c1")))
    return "c0"


async def c1():
    try:
        loop.call_soon(print, "c1", 11, "callback")
    finally:
        print("c1", 1, "finally")
        await asyncio.sleep(0)
        print("c1", 1, "cleaned")
    print("c1", 2, "gather", await asyncio.gather(c2()))
    return "c1"


async def c2():
    print("c2", 1, "got", await queue.get())
    await until(7)
    print("c2", 2, "slot 7")
    return "c2"


async def c3():
    async with locks[0]:
        print("c3", 1, "has lock 0")
        async with cond:
            print("c3", 11, "waits for cond")
            await cond.wait()
            print("c3", 11, "notified")
    print("c3", 1, "left lock 0")
    return "c3"


async def w0():
    await asyncio.sleep(0)
    print("w0", 1, "turn")
    await asyncio.sleep(0)
    print("w0", 2, "turn")
    print("w0", 3, "got", await queue.get())
    try:
        async with cond:
            cond.notify(2)
        print("w0", 41, "notifies")
        await until(2)
        print("w0", 42, "slot 2")
    finally:
        print("w0", 4, "finally")
        await asyncio.sleep(0)
        print("w0", 4, "cleaned")
    await queue.put("w0")
    print("w0", 5, "put")
    return "w0"


async def w1():
    print("w1", 1, "gather", await asyncio.gather(c0(), return_exceptions=True))
    await asyncio.sleep(0)
    print("w1", 2, "turn")
    try:
        print("w1", 3, "wait_for", await asyncio.wait_for(c3(), start + 9 * SLOT - loop.time()))
    except TimeoutError:
        print("w1", 3, "gave up")
    events[0].clear()
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
