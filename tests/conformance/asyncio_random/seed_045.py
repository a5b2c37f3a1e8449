# Random program 45: the order of tasks, locks, queues, timers and cancellations.
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
    async with locks[0]:
        print("c0", 1, "has lock 0")
        events[0].clear()
    print("c0", 1, "left lock 0")
    if not futures[0].done():
        futures[0].set_result("c0")
        print("c0", 2, "set future 0")
    return "c0"


async def c1():
    async with cond:
        cond.notify(2)
    print("c1", 1, "notifies")
    return "c1"


async def c2():
    try:
        print("c2", 11, "got", await queue.get())
    finally:
        print("c2", 1, "finally")
    if not futures[1].done():
        futures[1].set_result("c2")
        print("c2", 2, "set future 1")
    async with sem:
        print("c2", 3, "in sem")
        await events[1].wait()
        print("c2", 31, "event")
        async with asyncio.TaskGroup() as group:
            everything.append(group.create_task(c3(), name="c3"))
            print("c2", 321, "got", await queue.get())
        print("c2", 32, "group done")
    print("c2", 3, "out of sem")
    return "c2"


async def c3():
    print("c3", 1, "cancels w0", workers[0].cancel())
    return "c3"


async def c4():
    try:
        events[0].set()
        print("c4", 11, "event set")
        done, pending = await asyncio.wait([spawn(c5(), "c5"), spawn(c6(), "c6")], return_when=asyncio.FIRST_EXCEPTION)
        print("c4", 12, "wait", sorted(t.get_name() for t in done), len(pending))
    finally:
        print("c4", 1, "finally")
        await asyncio.sleep(0)
        print("c4", 1, "cleaned")
    await asyncio.sleep(0)
    print("c4", 2, "turn")
    return "c4"


async def c5():
    await asyncio.sleep(0)
    print("c5", 1, "turn")
    if not futures[1].cancelled():
        print("c5", 2, "future", await futures[1])
    return "c5"


async def c6():
    loop.call_soon(print, "c6", 1, "callback")
    return "c6"


async def w0():
    try:
        print("w0", 11, "got", await queue.get())
        print("w0", 12, "shield", await asyncio.shield(spawn(c0(), "c0")))
    finally:
        print("w0", 1, "finally")
        await asyncio.sleep(0)
        print("w0", 1, "cleaned")
    events[1].clear()
    try:
        print("w0", 3, "wait_for", await asyncio.wait_for(c1(), start + 2 * SLOT - loop.time()))
    except TimeoutError:
        print("w0", 3, "gave up")
    print("w0", 4, "gather", await asyncio.gather(c2(), return_exceptions=True))
    spawn(c4(), "c4")
    print("w0", 5, "spawned c4")
    print("w0", 6, "future", await asyncio.shield(futures[1]))
    return "w0"


async def w1():
    async with sem:
        print("w1", 1, "in sem")
        if not futures[0].done():
            futures[0].set_result("w1")
            print("w1", 11, "set future 0")
        events[1].set()
        print("w1", 12, "event set")
    print("w1", 1, "out of sem")
    events[0].set()
    print("w1", 2, "event set")
    if workers[1].done():
        raise ValueError("w1")
    print("w1", 3, "goes on")
    async with sem:
        print("w1", 4, "in sem")
        await until(1)
        print("w1", 41, "slot 1")
        async with cond:
            cond.notify(2)
        print("w1", 42, "notifies")
    print("w1", 4, "out of sem")
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
