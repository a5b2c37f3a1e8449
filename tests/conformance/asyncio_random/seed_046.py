# Random program 46: the order of tasks, locks, queues, timers and cancellations.
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
    if workers[2].done():
        raise ValueError("c0")
    print("c0", 1, "goes on")
    print("c0", 2, "child", await c1())
    try:
        async with asyncio.timeout_at(start + 3 * SLOT):
            if not futures[0].done():
                futures[0].set_result("c0")
                print("c0", 31, "set future 0")
            print("c0", 32, "cancels w0", workers[0].cancel())
    except TimeoutError:
        print("c0", 3, "timed out")
    return "c0"


async def c1():
    loop.call_soon(print, "c1", 1, "callback")
    try:
        await until(2)
        print("c1", 21, "slot 2")
        await until(4)
        print("c1", 22, "slot 4")
    finally:
        print("c1", 2, "finally")
    events[0].set()
    print("c1", 3, "event set")
    return "c1"


async def c2():
    await until(7)
    print("c2", 1, "slot 7")
    return "c2"


async def c3():
    print("c3", 1, "shield", await asyncio.shield(spawn(c4(), "c4")))
    try:
        print("c3", 2, "wait_for", await asyncio.wait_for(c5(), start + 1 * SLOT - loop.time()))
    except TimeoutError:
        print("c3", 2, "gave up")
    if workers[2].done():
        raise ValueError("c3")
    print("c3", 3, "goes on")
    return "c3"


async def c4():
    try:
        await asyncio.sleep(0)
        print("c4", 11, "turn")
        await asyncio.sleep(0)
        print("c4", 12, "turn")
    finally:
        print("c4", 1, "finally")
    return "c4"


async def c5():
    async with cond:
        print("c5", 1, "waits for cond")
        await cond.wait()
        print("c5", 1, "notified")
    return "c5"


async def w0():
    if not futures[2].done():
        futures[2].set_result("w0")
        print("w0", 1, "set future 2")
    await asyncio.sleep(0)
    print("w0", 2, "turn")
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 3, "set future 0")
    return "w0"


async def w1():
    print("w1", 1, "cancels w0", workers[0].cancel())
    print("w1", 2, "child", await c0())
    print("w1", 3, "child task", await spawn(c2(), "c2"))
    if not futures[0].done():
        futures[0].set_result("w1")
        print("w1", 4, "set future 0")
    await until(11)
    print("w1", 5, "slot 11")
    return "w1"


async def w2():
    if not futures[1].done():
        futures[1].set_result("w2")
        print("w2", 1, "set future 1")
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c3(), name="c3"))
        await until(9)
        print("w2", 21, "slot 9")
    print("w2", 2, "group done")
    events[1].clear()
    return "w2"


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
    for function in (w0, w1, w2):
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
