# Random program 25: the order of tasks, locks, queues, timers and cancellations.
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
    await until(5)
    print("c0", 1, "slot 5")
    return "c0"


async def c1():
    await asyncio.sleep(0)
    print("c1", 1, "turn")
    spawn(c2(), "c2")
    print("c1", 2, "spawned c2")
    print("c1", 3, "gather", await asyncio.gather(c3()))
    return "c1"


async def c2():
    loop.call_at(start + 9 * SLOT, print, "c2", 1, "timer 9")
    async with cond:
        cond.notify(1)
    print("c2", 2, "notifies")
    await asyncio.sleep(0)
    print("c2", 3, "turn")
    return "c2"


async def c3():
    loop.call_at(start + 8 * SLOT, print, "c3", 1, "timer 8")
    await asyncio.sleep(0)
    print("c3", 2, "turn")
    return "c3"


async def c4():
    try:
        async with asyncio.timeout_at(start + 10 * SLOT):
            if not futures[0].cancelled():
                print("c4", 11, "future", await futures[0])
            loop.call_at(start + 4 * SLOT, print, "c4", 12, "timer 4")
    except TimeoutError:
        print("c4", 1, "timed out")
    try:
        if not futures[2].done():
            futures[2].set_result("c4")
            print("c4", 21, "set future 2")
        await asyncio.sleep(0)
        print("c4", 22, "turn")
    finally:
        print("c4", 2, "finally")
        await asyncio.sleep(0)
        print("c4", 2, "cleaned")
    return "c4"


async def c5():
    async with locks[1]:
        print("c5", 1, "has lock 1")
        await until(16)
        print("c5", 11, "slot 16")
        await queue.put("c5")
        print("c5", 12, "put")
    print("c5", 1, "left lock 1")
    return "c5"


async def w0():
    try:
        async with asyncio.timeout_at(start + 6 * SLOT):
            loop.call_at(start + 7 * SLOT, print, "w0", 11, "timer 7")
            print("w0", 12, "shield", await asyncio.shield(spawn(c0(), "c0")))
    except TimeoutError:
        print("w0", 1, "timed out")
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 2, "set future 0")
    async with locks[1]:
        print("w0", 3, "has lock 1")
        loop.call_soon(print, "w0", 31, "callback")
        print("w0", 32, "child task", await spawn(c1(), "c1"))
    print("w0", 3, "left lock 1")
    return "w0"


async def w1():
    if not futures[1].done():
        futures[1].set_result("w1")
        print("w1", 1, "set future 1")
    try:
        async with asyncio.timeout_at(start + 3 * SLOT):
            async with locks[0]:
                print("w1", 21, "has lock 0")
                await asyncio.sleep(0)
                print("w1", 211, "turn")
                loop.call_soon(print, "w1", 212, "callback")
            print("w1", 21, "left lock 0")
            async with locks[0]:
                print("w1", 22, "has lock 0")
                loop.call_soon(print, "w1", 221, "callback")
            print("w1", 22, "left lock 0")
    except TimeoutError:
        print("w1", 2, "timed out")
    events[0].set()
    print("w1", 3, "event set")
    try:
        loop.call_at(start + 11 * SLOT, print, "w1", 41, "timer 11")
        done, pending = await asyncio.wait([spawn(c4(), "c4"), spawn(c5(), "c5")], return_when=asyncio.FIRST_COMPLETED)
        print("w1", 42, "wait", sorted(t.get_name() for t in done), len(pending))
    finally:
        print("w1", 4, "finally")
        await asyncio.sleep(0)
        print("w1", 4, "cleaned")
    return "w1"


async def w2():
    async with cond:
        print("w2", 1, "waits for cond")
        await cond.wait()
        print("w2", 1, "notified")
    async with locks[0]:
        print("w2", 2, "has lock 0")
        events[0].set()
        print("w2", 21, "event set")
        print("w2", 22, "got", await queue.get())
    print("w2", 2, "left lock 0")
    async with locks[0]:
        print("w2", 3, "has lock 0")
        if not futures[1].done():
            futures[1].set_result("w2")
            print("w2", 31, "set future 1")
        try:
            async with asyncio.timeout_at(start + 2 * SLOT):
                if not futures[0].done():
                    futures[0].set_result("w2")
                    print("w2", 321, "set future 0")
                async with locks[0]:
                    print("w2", 322, "has lock 0")
                    await asyncio.sleep(0)
                    print("w2", 3221, "turn")
                print("w2", 322, "left lock 0")
        except TimeoutError:
            print("w2", 32, "timed out")
    print("w2", 3, "left lock 0")
    for _ in range(3):
        await asyncio.sleep(0)
    print("w2", 4, "turns")
    print("w2", 5, "future", await asyncio.shield(futures[2]))
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
