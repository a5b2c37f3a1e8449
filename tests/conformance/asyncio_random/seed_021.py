# Random program 21: the order of tasks, locks, queues, timers and cancellations.
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
    print("c0", 1, "cancels w3", workers[3].cancel())
    return "c0"


async def c1():
    if not futures[2].done():
        futures[2].set_result("c1")
        print("c1", 1, "set future 2")
    try:
        print("c1", 21, "cancels w0", workers[0].cancel())
        print("c1", 22, "shield", await asyncio.shield(spawn(c2(), "c2")))
    except (asyncio.CancelledError, ValueError) as error:
        print("c1", 2, "caught", type(error).__name__, error.args)
    return "c1"


async def c2():
    if not futures[2].cancelled():
        print("c2", 1, "future", await futures[2])
    return "c2"


async def c3():
    async with cond:
        print("c3", 1, "waits for cond")
        await cond.wait()
        print("c3", 1, "notified")
    await until(6)
    print("c3", 2, "slot 6")
    return "c3"


async def c4():
    if workers[1].done():
        raise ValueError("c4")
    print("c4", 1, "goes on")
    return "c4"


async def c5():
    async with cond:
        print("c5", 1, "waits for cond")
        await cond.wait()
        print("c5", 1, "notified")
    return "c5"


async def w0():
    async with sem:
        print("w0", 1, "in sem")
        await until(1)
        print("w0", 11, "slot 1")
    print("w0", 1, "out of sem")
    spawn(c0(), "c0")
    print("w0", 2, "spawned c0")
    async with cond:
        print("w0", 3, "waits for cond")
        await cond.wait()
        print("w0", 3, "notified")
    return "w0"


async def w1():
    if not futures[0].done():
        futures[0].set_result("w1")
        print("w1", 1, "set future 0")
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c1(), name="c1"))
        await until(2)
        print("w1", 21, "slot 2")
    print("w1", 2, "group done")
    print("w1", 3, "future", await asyncio.shield(futures[0]))
    events[1].set()
    print("w1", 4, "event set")
    try:
        print("w1", 5, "wait_for", await asyncio.wait_for(c3(), start + 11 * SLOT - loop.time()))
    except TimeoutError:
        print("w1", 5, "gave up")
    loop.call_soon(print, "w1", 6, "callback")
    return "w1"


async def w2():
    await asyncio.sleep(0)
    print("w2", 1, "turn")
    spawn(c4(), "c4")
    print("w2", 2, "spawned c4")
    events[1].clear()
    return "w2"


async def w3():
    await events[0].wait()
    print("w3", 1, "event")
    print("w3", 2, "cancels w2", workers[2].cancel())
    print("w3", 3, "future", await asyncio.shield(futures[2]))
    print("w3", 4, "gather", await asyncio.gather(c5(), return_exceptions=True))
    await until(8)
    print("w3", 5, "slot 8")
    await asyncio.sleep(0)
    print("w3", 6, "turn")
    return "w3"


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
    for function in (w0, w1, w2, w3):
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
