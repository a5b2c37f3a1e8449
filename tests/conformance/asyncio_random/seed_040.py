# Random program 40: the order of tasks, locks, queues, timers and cancellations.
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


QUEUE_SIZE = 2

async def c0():
    try:
        await until(3)
        print("c0", 11, "slot 3")
    finally:
        print("c0", 1, "finally")
    for _ in range(3):
        await asyncio.sleep(0)
    print("c0", 2, "turns")
    return "c0"


async def c1():
    events[0].clear()
    await until(1)
    print("c1", 2, "slot 1")
    return "c1"


async def c2():
    await until(7)
    print("c2", 1, "slot 7")
    await asyncio.sleep(0)
    print("c2", 2, "turn")
    return "c2"


async def c3():
    if workers[2].done():
        raise ValueError("c3")
    print("c3", 1, "goes on")
    if not futures[1].done():
        futures[1].set_result("c3")
        print("c3", 2, "set future 1")
    print("c3", 3, "child", await c4())
    return "c3"


async def c4():
    async with sem:
        print("c4", 1, "in sem")
        await queue.put("c4")
        print("c4", 11, "put")
        await asyncio.sleep(0)
        print("c4", 12, "turn")
    print("c4", 1, "out of sem")
    async with cond:
        cond.notify(1)
    print("c4", 2, "notifies")
    for _ in range(3):
        await asyncio.sleep(0)
    print("c4", 3, "turns")
    return "c4"


async def w0():
    print("w0", 1, "gather", await asyncio.gather(c0(), return_exceptions=True))
    loop.call_soon(print, "w0", 2, "callback")
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 3, "set future 0")
    return "w0"


async def w1():
    print("w1", 1, "child task", await spawn(c1(), "c1"))
    print("w1", 2, "gather", await asyncio.gather(c2(), return_exceptions=True))
    await until(8)
    print("w1", 3, "slot 8")
    try:
        print("w1", 4, "wait_for", await asyncio.wait_for(c3(), start + 2 * SLOT - loop.time()))
    except TimeoutError:
        print("w1", 4, "gave up")
    await until(10)
    print("w1", 5, "slot 10")
    return "w1"


async def w2():
    if not futures[2].done():
        futures[2].set_result("w2")
        print("w2", 1, "set future 2")
    if workers[0].done():
        raise ValueError("w2")
    print("w2", 2, "goes on")
    events[1].clear()
    for _ in range(2):
        await asyncio.sleep(0)
    print("w2", 4, "turns")
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
