# Random program 1: the order of tasks, locks, queues, timers and cancellations.
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
    done, pending = await asyncio.wait([spawn(c1(), "c1"), spawn(c5(), "c5")], return_when=asyncio.ALL_COMPLETED)
    print("c0", 1, "wait", sorted(t.get_name() for t in done), len(pending))
    return "c0"


async def c1():
    print("c1", 1, "gather", await asyncio.gather(c2(), c3(), c4()))
    return "c1"


async def c2():
    loop.call_soon(print, "c2", 1, "callback")
    return "c2"


async def c3():
    await until(6)
    print("c3", 1, "slot 6")
    print("c3", 2, "cancels w0", workers[0].cancel())
    for _ in range(3):
        await asyncio.sleep(0)
    print("c3", 3, "turns")
    return "c3"


async def c4():
    await until(3)
    print("c4", 1, "slot 3")
    return "c4"


async def c5():
    async with locks[1]:
        print("c5", 1, "has lock 1")
        await until(5)
        print("c5", 11, "slot 5")
        print("c5", 12, "cancels w4", workers[4].cancel())
    print("c5", 1, "left lock 1")
    async with cond:
        cond.notify(1)
    print("c5", 2, "notifies")
    return "c5"


async def w0():
    if not futures[2].done():
        futures[2].set_result("w0")
        print("w0", 1, "set future 2")
    try:
        print("w0", 2, "wait_for", await asyncio.wait_for(c0(), start + 7 * SLOT - loop.time()))
    except TimeoutError:
        print("w0", 2, "gave up")
    print("w0", 3, "got", await queue.get())
    loop.call_at(start + 12 * SLOT, print, "w0", 4, "timer 12")
    return "w0"


async def w1():
    await asyncio.sleep(0)
    print("w1", 1, "turn")
    try:
        async with asyncio.timeout_at(start + 10 * SLOT):
            if not futures[1].done():
                futures[1].set_result("w1")
                print("w1", 21, "set future 1")
            async with locks[0]:
                print("w1", 22, "has lock 0")
                events[1].set()
                print("w1", 221, "event set")
                events[1].set()
                print("w1", 222, "event set")
            print("w1", 22, "left lock 0")
    except TimeoutError:
        print("w1", 2, "timed out")
    try:
        await until(13)
        print("w1", 31, "slot 13")
    finally:
        print("w1", 3, "finally")
        await asyncio.sleep(0)
        print("w1", 3, "cleaned")
    events[0].set()
    print("w1", 4, "event set")
    return "w1"


async def w2():
    try:
        async with asyncio.timeout_at(start + 8 * SLOT):
            await queue.put("w2")
            print("w2", 11, "put")
            for _ in range(4):
                await asyncio.sleep(0)
            print("w2", 12, "turns")
    except TimeoutError:
        print("w2", 1, "timed out")
    async with sem:
        print("w2", 2, "in sem")
        events[1].clear()
    print("w2", 2, "out of sem")
    loop.call_at(start + 11 * SLOT, print, "w2", 3, "timer 11")
    loop.call_at(start + 1 * SLOT, print, "w2", 4, "timer 1")
    return "w2"


async def w3():
    async with cond:
        print("w3", 1, "waits for cond")
        await cond.wait()
        print("w3", 1, "notified")
    print("w3", 2, "cancels w3", workers[3].cancel())
    print("w3", 3, "future", await asyncio.shield(futures[2]))
    print("w3", 4, "got", await queue.get())
    return "w3"


async def w4():
    print("w4", 1, "got", await queue.get())
    async with locks[0]:
        print("w4", 2, "has lock 0")
        for _ in range(3):
            await asyncio.sleep(0)
        print("w4", 21, "turns")
    print("w4", 2, "left lock 0")
    try:
        async with asyncio.timeout_at(start + 2 * SLOT):
            try:
                if not futures[2].done():
                    futures[2].set_result("w4")
                    print("w4", 311, "set future 2")
                events[1].set()
                print("w4", 312, "event set")
            finally:
                print("w4", 31, "finally")
            if not futures[2].done():
                futures[2].set_result("w4")
                print("w4", 32, "set future 2")
    except TimeoutError:
        print("w4", 3, "timed out")
    events[0].clear()
    return "w4"


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
    for function in (w0, w1, w2, w3, w4):
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
