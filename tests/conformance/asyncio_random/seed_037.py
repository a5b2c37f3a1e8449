# Random program 37: the order of tasks, locks, queues, timers and cancellations.
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
    events[1].clear()
    return "c0"


async def c1():
    print("c1", 1, "cancels w0", workers[0].cancel())
    try:
        print("c1", 2, "wait_for", await asyncio.wait_for(c2(), start + 3 * SLOT - loop.time()))
    except TimeoutError:
        print("c1", 2, "gave up")
    return "c1"


async def c2():
    if workers[2].done():
        raise ValueError("c2")
    print("c2", 1, "goes on")
    return "c2"


async def c3():
    if not futures[2].done():
        futures[2].set_result("c3")
        print("c3", 1, "set future 2")
    for _ in range(4):
        await asyncio.sleep(0)
    print("c3", 2, "turns")
    return "c3"


async def w0():
    try:
        async with asyncio.timeout_at(start + 4 * SLOT):
            print("w0", 11, "child", await c0())
            try:
                await until(9)
                print("w0", 121, "slot 9")
            finally:
                print("w0", 12, "finally")
                await asyncio.sleep(0)
                print("w0", 12, "cleaned")
    except TimeoutError:
        print("w0", 1, "timed out")
    print("w0", 2, "cancels w2", workers[2].cancel())
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 3, "set future 0")
    if workers[0].done():
        raise ValueError("w0")
    print("w0", 4, "goes on")
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 5, "set future 0")
    spawn(c1(), "c1")
    print("w0", 6, "spawned c1")
    return "w0"


async def w1():
    try:
        if not futures[1].done():
            futures[1].set_result("w1")
            print("w1", 11, "set future 1")
        async with locks[0]:
            print("w1", 12, "has lock 0")
            print("w1", 121, "future", await asyncio.shield(futures[0]))
            async with cond:
                cond.notify(1)
            print("w1", 122, "notifies")
        print("w1", 12, "left lock 0")
    finally:
        print("w1", 1, "finally")
        await asyncio.sleep(0)
        print("w1", 1, "cleaned")
    events[0].set()
    print("w1", 2, "event set")
    print("w1", 3, "shield", await asyncio.shield(spawn(c3(), "c3")))
    return "w1"


async def w2():
    try:
        async with asyncio.timeout_at(start + 7 * SLOT):
            if not futures[0].cancelled():
                print("w2", 11, "future", await futures[0])
            print("w2", 12, "cancels w1", workers[1].cancel())
    except TimeoutError:
        print("w2", 1, "timed out")
    try:
        async with locks[1]:
            print("w2", 21, "has lock 1")
            print("w2", 211, "future", await asyncio.shield(futures[1]))
        print("w2", 21, "left lock 1")
    finally:
        print("w2", 2, "finally")
        await asyncio.sleep(0)
        print("w2", 2, "cleaned")
    async with locks[0]:
        print("w2", 3, "has lock 0")
        async with cond:
            cond.notify(1)
        print("w2", 31, "notifies")
        await events[1].wait()
        print("w2", 32, "event")
    print("w2", 3, "left lock 0")
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
