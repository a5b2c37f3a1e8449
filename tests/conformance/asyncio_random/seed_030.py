# Random program 30: the order of tasks, locks, queues, timers and cancellations.
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
    print("c0", 1, "future", await asyncio.shield(futures[2]))
    loop.call_soon(print, "c0", 2, "callback")
    loop.call_at(start + 4 * SLOT, print, "c0", 3, "timer 4")
    return "c0"


async def c1():
    loop.call_at(start + 9 * SLOT, print, "c1", 1, "timer 9")
    spawn(c2(), "c2")
    print("c1", 2, "spawned c2")
    return "c1"


async def c2():
    print("c2", 1, "got", await queue.get())
    return "c2"


async def c3():
    await events[0].wait()
    print("c3", 1, "event")
    await asyncio.sleep(0)
    print("c3", 2, "turn")
    return "c3"


async def c4():
    spawn(c5(), "c5")
    print("c4", 1, "spawned c5")
    try:
        async with cond:
            print("c4", 21, "waits for cond")
            await cond.wait()
            print("c4", 21, "notified")
        loop.call_at(start + 5 * SLOT, print, "c4", 22, "timer 5")
    except Exception as error:
        print("c4", 2, "caught", type(error).__name__, error.args)
    return "c4"


async def c5():
    try:
        async with asyncio.timeout_at(start + 13 * SLOT):
            print("c5", 11, "cancels w0", workers[0].cancel())
            if not futures[1].done():
                futures[1].set_result("c5")
                print("c5", 12, "set future 1")
    except TimeoutError:
        print("c5", 1, "timed out")
    print("c5", 2, "future", await asyncio.shield(futures[1]))
    async with cond:
        print("c5", 3, "waits for cond")
        await cond.wait()
        print("c5", 3, "notified")
    return "c5"


async def c6():
    loop.call_at(start + 15 * SLOT, print, "c6", 1, "timer 15")
    return "c6"


async def w0():
    await asyncio.sleep(0)
    print("w0", 1, "turn")
    async with locks[1]:
        print("w0", 2, "has lock 1")
        async with locks[1]:
            print("w0", 21, "has lock 1")
            try:
                async with asyncio.timeout_at(start + 1 * SLOT):
                    print("w0", 2111, "got", await queue.get())
                    await until(6)
                    print("w0", 2112, "slot 6")
            except TimeoutError:
                print("w0", 211, "timed out")
            print("w0", 212, "shield", await asyncio.shield(spawn(c0(), "c0")))
        print("w0", 21, "left lock 1")
    print("w0", 2, "left lock 1")
    try:
        async with asyncio.timeout_at(start + 10 * SLOT):
            if not futures[1].cancelled():
                print("w0", 31, "future", await futures[1])
            await events[0].wait()
            print("w0", 32, "event")
    except TimeoutError:
        print("w0", 3, "timed out")
    async with locks[0]:
        print("w0", 4, "has lock 0")
        async with asyncio.TaskGroup() as group:
            everything.append(group.create_task(c1(), name="c1"))
            loop.call_at(start + 11 * SLOT, print, "w0", 411, "timer 11")
        print("w0", 41, "group done")
        try:
            loop.call_soon(print, "w0", 421, "callback")
            print("w0", 422, "got", await queue.get())
        finally:
            print("w0", 42, "finally")
            await asyncio.sleep(0)
            print("w0", 42, "cleaned")
    print("w0", 4, "left lock 0")
    return "w0"


async def w1():
    await queue.put("w1")
    print("w1", 1, "put")
    print("w1", 2, "shield", await asyncio.shield(spawn(c3(), "c3")))
    print("w1", 3, "gather", await asyncio.gather(c4(), c6(), return_exceptions=True))
    loop.call_at(start + 7 * SLOT, print, "w1", 4, "timer 7")
    return "w1"


async def w2():
    for _ in range(2):
        await asyncio.sleep(0)
    print("w2", 1, "turns")
    async with cond:
        print("w2", 2, "waits for cond")
        await cond.wait()
        print("w2", 2, "notified")
    print("w2", 3, "cancels w2", workers[2].cancel())
    for _ in range(3):
        await asyncio.sleep(0)
    print("w2", 4, "turns")
    await asyncio.sleep(0)
    print("w2", 5, "turn")
    try:
        async with asyncio.timeout_at(start + 17 * SLOT):
            async with sem:
                print("w2", 61, "in sem")
                events[1].set()
                print("w2", 611, "event set")
                print("w2", 612, "got", await queue.get())
            print("w2", 61, "out of sem")
            await asyncio.sleep(0)
            print("w2", 62, "turn")
    except TimeoutError:
        print("w2", 6, "timed out")
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
