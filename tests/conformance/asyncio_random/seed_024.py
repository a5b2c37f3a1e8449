# Random program 24: the order of tasks, locks, queues, timers and cancellations.
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
    print("c0", 1, "gather", await asyncio.gather(c1(), return_exceptions=True))
    print("c0", 2, "shield", await asyncio.shield(spawn(c3(), "c3")))
    try:
        done, pending = await asyncio.wait([spawn(c5(), "c5"), spawn(c6(), "c6")], return_when=asyncio.ALL_COMPLETED)
        print("c0", 31, "wait", sorted(t.get_name() for t in done), len(pending))
        try:
            await asyncio.sleep(0)
            print("c0", 321, "turn")
            await until(1)
            print("c0", 322, "slot 1")
        finally:
            print("c0", 32, "finally")
            await asyncio.sleep(0)
            print("c0", 32, "cleaned")
    except asyncio.CancelledError as error:
        print("c0", 3, "caught", type(error).__name__, error.args)
        raise
    return "c0"


async def c1():
    print("c1", 1, "child task", await spawn(c2(), "c2"))
    return "c1"


async def c2():
    print("c2", 1, "got", await queue.get())
    events[0].set()
    print("c2", 2, "event set")
    return "c2"


async def c3():
    print("c3", 1, "child task", await spawn(c4(), "c4"))
    if not futures[2].done():
        futures[2].set_result("c3")
        print("c3", 2, "set future 2")
    return "c3"


async def c4():
    print("c4", 1, "got", await queue.get())
    events[1].set()
    print("c4", 2, "event set")
    return "c4"


async def c5():
    print("c5", 1, "got", await queue.get())
    await queue.put("c5")
    print("c5", 2, "put")
    for _ in range(3):
        await asyncio.sleep(0)
    print("c5", 3, "turns")
    return "c5"


async def c6():
    print("c6", 1, "future", await asyncio.shield(futures[2]))
    return "c6"


async def w0():
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 1, "set future 0")
    loop.call_soon(print, "w0", 2, "callback")
    print("w0", 3, "shield", await asyncio.shield(spawn(c0(), "c0")))
    await queue.put("w0")
    print("w0", 4, "put")
    if not futures[2].done():
        futures[2].set_result("w0")
        print("w0", 5, "set future 2")
    if workers[2].done():
        raise ValueError("w0")
    print("w0", 6, "goes on")
    return "w0"


async def w1():
    if not futures[0].cancelled():
        print("w1", 1, "future", await futures[0])
    if not futures[1].done():
        futures[1].set_result("w1")
        print("w1", 2, "set future 1")
    await queue.put("w1")
    print("w1", 3, "put")
    return "w1"


async def w2():
    await queue.put("w2")
    print("w2", 1, "put")
    if workers[3].done():
        raise ValueError("w2")
    print("w2", 2, "goes on")
    async with cond:
        print("w2", 3, "waits for cond")
        await cond.wait()
        print("w2", 3, "notified")
    await until(7)
    print("w2", 4, "slot 7")
    return "w2"


async def w3():
    loop.call_at(start + 4 * SLOT, print, "w3", 1, "timer 4")
    events[1].set()
    print("w3", 2, "event set")
    loop.call_soon(print, "w3", 3, "callback")
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
