# Random program 0: the order of tasks, locks, queues, timers and cancellations.
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


QUEUE_SIZE = 1

async def c0():
    if not futures[0].done():
        futures[0].set_result("c0")
        print("c0", 1, "set future 0")
    print("c0", 2, "gather", await asyncio.gather(c1(), c2(), c4(), return_exceptions=True))
    return "c0"


async def c1():
    async with cond:
        print("c1", 1, "waits for cond")
        await cond.wait()
        print("c1", 1, "notified")
    if not futures[1].done():
        futures[1].set_result("c1")
        print("c1", 2, "set future 1")
    async with locks[1]:
        print("c1", 3, "has lock 1")
        await asyncio.sleep(0)
        print("c1", 31, "turn")
    print("c1", 3, "left lock 1")
    return "c1"


async def c2():
    try:
        print("c2", 1, "wait_for", await asyncio.wait_for(c3(), start + 2 * SLOT - loop.time()))
    except TimeoutError:
        print("c2", 1, "gave up")
    await asyncio.sleep(0)
    print("c2", 2, "turn")
    await queue.put("c2")
    print("c2", 3, "put")
    return "c2"


async def c3():
    if not futures[2].done():
        futures[2].set_result("c3")
        print("c3", 1, "set future 2")
    if not futures[0].done():
        futures[0].set_result("c3")
        print("c3", 2, "set future 0")
    return "c3"


async def c4():
    print("c4", 1, "child task", await spawn(c5(), "c5"))
    if not futures[2].done():
        futures[2].set_result("c4")
        print("c4", 2, "set future 2")
    return "c4"


async def c5():
    await events[1].wait()
    print("c5", 1, "event")
    return "c5"


async def c6():
    print("c6", 1, "got", await queue.get())
    async with cond:
        print("c6", 2, "waits for cond")
        await cond.wait()
        print("c6", 2, "notified")
    return "c6"


async def c7():
    async with locks[0]:
        print("c7", 1, "has lock 0")
        for _ in range(3):
            await asyncio.sleep(0)
        print("c7", 11, "turns")
        await events[0].wait()
        print("c7", 12, "event")
    print("c7", 1, "left lock 0")
    events[0].clear()
    return "c7"


async def w0():
    try:
        await asyncio.sleep(0)
        print("w0", 11, "turn")
        if not futures[2].done():
            futures[2].set_result("w0")
            print("w0", 12, "set future 2")
    except Exception as error:
        print("w0", 1, "caught", type(error).__name__, error.args)
    print("w0", 2, "gather", await asyncio.gather(c0(), c6(), c7()))
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 3, "set future 0")
    return "w0"


async def w1():
    await queue.put("w1")
    print("w1", 1, "put")
    for _ in range(3):
        await asyncio.sleep(0)
    print("w1", 2, "turns")
    print("w1", 3, "future", await asyncio.shield(futures[1]))
    await until(5)
    print("w1", 4, "slot 5")
    await asyncio.sleep(0)
    print("w1", 5, "turn")
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
