# Random program 35: the order of tasks, locks, queues, timers and cancellations.
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
    async with cond:
        print("c0", 1, "waits for cond")
        await cond.wait()
        print("c0", 1, "notified")
    async with cond:
        print("c0", 2, "waits for cond")
        await cond.wait()
        print("c0", 2, "notified")
    try:
        spawn(c1(), "c1")
        print("c0", 31, "spawned c1")
    finally:
        print("c0", 3, "finally")
    return "c0"


async def c1():
    async with cond:
        cond.notify(1)
    print("c1", 1, "notifies")
    events[1].set()
    print("c1", 2, "event set")
    return "c1"


async def c2():
    print("c2", 1, "gather", await asyncio.gather(c3(), c4(), c5()))
    for _ in range(2):
        await asyncio.sleep(0)
    print("c2", 2, "turns")
    return "c2"


async def c3():
    print("c3", 1, "future", await asyncio.shield(futures[1]))
    return "c3"


async def c4():
    await queue.put("c4")
    print("c4", 1, "put")
    await asyncio.sleep(0)
    print("c4", 2, "turn")
    loop.call_at(start + 7 * SLOT, print, "c4", 3, "timer 7")
    return "c4"


async def c5():
    loop.call_soon(print, "c5", 1, "callback")
    try:
        async with asyncio.timeout_at(start + 5 * SLOT):
            loop.call_at(start + 3 * SLOT, print, "c5", 21, "timer 3")
            async with cond:
                cond.notify(1)
            print("c5", 22, "notifies")
    except TimeoutError:
        print("c5", 2, "timed out")
    if not futures[2].done():
        futures[2].set_result("c5")
        print("c5", 3, "set future 2")
    return "c5"


async def w0():
    events[1].set()
    print("w0", 1, "event set")
    async with cond:
        cond.notify(1)
    print("w0", 2, "notifies")
    spawn(c0(), "c0")
    print("w0", 3, "spawned c0")
    try:
        print("w0", 4, "wait_for", await asyncio.wait_for(c2(), start + 11 * SLOT - loop.time()))
    except TimeoutError:
        print("w0", 4, "gave up")
    return "w0"


async def w1():
    async with locks[0]:
        print("w1", 1, "has lock 0")
        await asyncio.sleep(0)
        print("w1", 11, "turn")
        await until(2)
        print("w1", 12, "slot 2")
    print("w1", 1, "left lock 0")
    if workers[1].done():
        raise ValueError("w1")
    print("w1", 2, "goes on")
    print("w1", 3, "future", await asyncio.shield(futures[0]))
    print("w1", 4, "future", await asyncio.shield(futures[2]))
    async with cond:
        cond.notify(2)
    print("w1", 5, "notifies")
    loop.call_at(start + 1 * SLOT, print, "w1", 6, "timer 1")
    return "w1"


async def w2():
    await until(12)
    print("w2", 1, "slot 12")
    if not futures[2].done():
        futures[2].set_result("w2")
        print("w2", 2, "set future 2")
    await asyncio.sleep(0)
    print("w2", 3, "turn")
    events[1].set()
    print("w2", 4, "event set")
    loop.call_at(start + 8 * SLOT, print, "w2", 5, "timer 8")
    events[0].set()
    print("w2", 6, "event set")
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
