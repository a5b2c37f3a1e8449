# Random program 5: the order of tasks, locks, queues, timers and cancellations.
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
        async with asyncio.timeout_at(start + 11 * SLOT):
            async with locks[0]:
                print("c0", 11, "has lock 0")
                loop.call_soon(print, "c0", 111, "callback")
            print("c0", 11, "left lock 0")
            for _ in range(4):
                await asyncio.sleep(0)
            print("c0", 12, "turns")
    except TimeoutError:
        print("c0", 1, "timed out")
    events[0].clear()
    return "c0"


async def c1():
    await queue.put("c1")
    print("c1", 1, "put")
    events[1].set()
    print("c1", 2, "event set")
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c2(), name="c2"))
        await until(3)
        print("c1", 31, "slot 3")
    print("c1", 3, "group done")
    return "c1"


async def c2():
    print("c2", 1, "child task", await spawn(c3(), "c3"))
    await events[1].wait()
    print("c2", 2, "event")
    print("c2", 3, "shield", await asyncio.shield(spawn(c4(), "c4")))
    return "c2"


async def c3():
    await asyncio.sleep(0)
    print("c3", 1, "turn")
    events[1].clear()
    return "c3"


async def c4():
    async with cond:
        cond.notify(1)
    print("c4", 1, "notifies")
    async with cond:
        cond.notify(1)
    print("c4", 2, "notifies")
    await asyncio.sleep(0)
    print("c4", 3, "turn")
    return "c4"


async def c5():
    try:
        loop.call_at(start + 13 * SLOT, print, "c5", 11, "timer 13")
        try:
            await queue.put("c5")
            print("c5", 121, "put")
        finally:
            print("c5", 12, "finally")
            await asyncio.sleep(0)
            print("c5", 12, "cleaned")
    finally:
        print("c5", 1, "finally")
        await asyncio.sleep(0)
        print("c5", 1, "cleaned")
    return "c5"


async def w0():
    try:
        async with asyncio.timeout_at(start + 8 * SLOT):
            if not futures[2].cancelled():
                print("w0", 11, "future", await futures[2])
            async with locks[0]:
                print("w0", 12, "has lock 0")
                try:
                    async with asyncio.timeout_at(start + 2 * SLOT):
                        print("w0", 1211, "got", await queue.get())
                        await until(6)
                        print("w0", 1212, "slot 6")
                except TimeoutError:
                    print("w0", 121, "timed out")
            print("w0", 12, "left lock 0")
    except TimeoutError:
        print("w0", 1, "timed out")
    async with sem:
        print("w0", 2, "in sem")
        print("w0", 21, "cancels w2", workers[2].cancel())
    print("w0", 2, "out of sem")
    spawn(c0(), "c0")
    print("w0", 3, "spawned c0")
    events[0].set()
    print("w0", 4, "event set")
    return "w0"


async def w1():
    await events[0].wait()
    print("w1", 1, "event")
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c1(), name="c1"))
        if not futures[1].done():
            futures[1].set_result("w1")
            print("w1", 21, "set future 1")
    print("w1", 2, "group done")
    if not futures[1].done():
        futures[1].set_result("w1")
        print("w1", 3, "set future 1")
    return "w1"


async def w2():
    async with cond:
        print("w2", 1, "waits for cond")
        await cond.wait()
        print("w2", 1, "notified")
    try:
        async with asyncio.timeout_at(start + 1 * SLOT):
            if not futures[2].cancelled():
                print("w2", 21, "future", await futures[2])
            for _ in range(3):
                await asyncio.sleep(0)
            print("w2", 22, "turns")
    except TimeoutError:
        print("w2", 2, "timed out")
    print("w2", 3, "shield", await asyncio.shield(spawn(c5(), "c5")))
    if workers[0].done():
        raise ValueError("w2")
    print("w2", 4, "goes on")
    return "w2"


async def w3():
    await queue.put("w3")
    print("w3", 1, "put")
    await asyncio.sleep(0)
    print("w3", 2, "turn")
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
