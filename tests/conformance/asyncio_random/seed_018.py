# Random program 18: the order of tasks, locks, queues, timers and cancellations.
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
    print("c0", 1, "child", await c1())
    print("c0", 2, "gather", await asyncio.gather(c2()))
    print("c0", 3, "gather", await asyncio.gather(c5()))
    return "c0"


async def c1():
    print("c1", 1, "future", await asyncio.shield(futures[0]))
    return "c1"


async def c2():
    done, pending = await asyncio.wait([spawn(c3(), "c3"), spawn(c4(), "c4")], return_when=asyncio.FIRST_COMPLETED)
    print("c2", 1, "wait", sorted(t.get_name() for t in done), len(pending))
    return "c2"


async def c3():
    events[0].set()
    print("c3", 1, "event set")
    await asyncio.sleep(0)
    print("c3", 2, "turn")
    return "c3"


async def c4():
    loop.call_at(start + 9 * SLOT, print, "c4", 1, "timer 9")
    return "c4"


async def c5():
    async with cond:
        cond.notify(2)
    print("c5", 1, "notifies")
    return "c5"


async def w0():
    for _ in range(3):
        await asyncio.sleep(0)
    print("w0", 1, "turns")
    await until(8)
    print("w0", 2, "slot 8")
    print("w0", 3, "cancels w2", workers[2].cancel())
    print("w0", 4, "child task", await spawn(c0(), "c0"))
    return "w0"


async def w1():
    print("w1", 1, "got", await queue.get())
    events[0].clear()
    await until(1)
    print("w1", 3, "slot 1")
    print("w1", 4, "future", await asyncio.shield(futures[2]))
    try:
        async with asyncio.timeout_at(start + 2 * SLOT):
            events[0].clear()
            async with cond:
                cond.notify(1)
            print("w1", 52, "notifies")
    except TimeoutError:
        print("w1", 5, "timed out")
    return "w1"


async def w2():
    async with cond:
        cond.notify(2)
    print("w2", 1, "notifies")
    if not futures[1].cancelled():
        print("w2", 2, "future", await futures[1])
    try:
        async with asyncio.timeout_at(start + 6 * SLOT):
            async with locks[1]:
                print("w2", 31, "has lock 1")
                print("w2", 311, "cancels w4", workers[4].cancel())
            print("w2", 31, "left lock 1")
            await until(4)
            print("w2", 32, "slot 4")
    except TimeoutError:
        print("w2", 3, "timed out")
    loop.call_at(start + 11 * SLOT, print, "w2", 4, "timer 11")
    if not futures[2].done():
        futures[2].set_result("w2")
        print("w2", 5, "set future 2")
    return "w2"


async def w3():
    await events[1].wait()
    print("w3", 1, "event")
    await until(5)
    print("w3", 2, "slot 5")
    async with cond:
        cond.notify(1)
    print("w3", 3, "notifies")
    loop.call_at(start + 10 * SLOT, print, "w3", 4, "timer 10")
    loop.call_at(start + 17 * SLOT, print, "w3", 5, "timer 17")
    async with sem:
        print("w3", 6, "in sem")
        async with locks[1]:
            print("w3", 61, "has lock 1")
            loop.call_soon(print, "w3", 611, "callback")
        print("w3", 61, "left lock 1")
    print("w3", 6, "out of sem")
    return "w3"


async def w4():
    try:
        async with asyncio.timeout_at(start + 3 * SLOT):
            async with sem:
                print("w4", 11, "in sem")
                if not futures[0].done():
                    futures[0].set_result("w4")
                    print("w4", 111, "set future 0")
                try:
                    async with asyncio.timeout_at(start + 13 * SLOT):
                        print("w4", 1121, "cancels w1", workers[1].cancel())
                        if not futures[2].done():
                            futures[2].set_result("w4")
                            print("w4", 1122, "set future 2")
                except TimeoutError:
                    print("w4", 112, "timed out")
            print("w4", 11, "out of sem")
            async with cond:
                cond.notify(1)
            print("w4", 12, "notifies")
    except TimeoutError:
        print("w4", 1, "timed out")
    loop.call_soon(print, "w4", 2, "callback")
    async with locks[0]:
        print("w4", 3, "has lock 0")
        try:
            if not futures[1].done():
                futures[1].set_result("w4")
                print("w4", 311, "set future 1")
            if workers[4].done():
                raise ValueError("w4")
            print("w4", 312, "goes on")
        except asyncio.CancelledError as error:
            print("w4", 31, "caught", type(error).__name__, error.args)
            raise
    print("w4", 3, "left lock 0")
    loop.call_soon(print, "w4", 4, "callback")
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
