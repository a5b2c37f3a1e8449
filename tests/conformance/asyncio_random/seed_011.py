# Random program 11: the order of tasks, locks, queues, timers and cancellations.
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
    try:
        async with asyncio.timeout_at(start + 1 * SLOT):
            async with locks[0]:
                print("c0", 11, "has lock 0")
                print("c0", 111, "future", await asyncio.shield(futures[1]))
                await events[0].wait()
                print("c0", 112, "event")
            print("c0", 11, "left lock 0")
            events[1].clear()
    except TimeoutError:
        print("c0", 1, "timed out")
    return "c0"


async def c1():
    if not futures[2].cancelled():
        print("c1", 1, "future", await futures[2])
    loop.call_soon(print, "c1", 2, "callback")
    return "c1"


async def c2():
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c3(), name="c3"))
        loop.call_soon(print, "c2", 11, "callback")
    print("c2", 1, "group done")
    return "c2"


async def c3():
    print("c3", 1, "future", await asyncio.shield(futures[2]))
    return "c3"


async def c4():
    events[1].set()
    print("c4", 1, "event set")
    print("c4", 2, "shield", await asyncio.shield(spawn(c5(), "c5")))
    return "c4"


async def c5():
    await until(3)
    print("c5", 1, "slot 3")
    await asyncio.sleep(0)
    print("c5", 2, "turn")
    return "c5"


async def w0():
    print("w0", 1, "gather", await asyncio.gather(c0(), return_exceptions=True))
    loop.call_soon(print, "w0", 2, "callback")
    loop.call_at(start + 4 * SLOT, print, "w0", 3, "timer 4")
    try:
        print("w0", 4, "wait_for", await asyncio.wait_for(c1(), start + 7 * SLOT - loop.time()))
    except TimeoutError:
        print("w0", 4, "gave up")
    loop.call_at(start + 11 * SLOT, print, "w0", 5, "timer 11")
    print("w0", 6, "child", await c2())
    return "w0"


async def w1():
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c4(), name="c4"))
        await asyncio.sleep(0)
        print("w1", 11, "turn")
    print("w1", 1, "group done")
    loop.call_at(start + 10 * SLOT, print, "w1", 2, "timer 10")
    try:
        print("w1", 31, "got", await queue.get())
        await queue.put("w1")
        print("w1", 32, "put")
    except Exception as error:
        print("w1", 3, "caught", type(error).__name__, error.args)
    if not futures[1].done():
        futures[1].set_result("w1")
        print("w1", 4, "set future 1")
    async with cond:
        print("w1", 5, "waits for cond")
        await cond.wait()
        print("w1", 5, "notified")
    events[0].set()
    print("w1", 6, "event set")
    return "w1"


async def w2():
    try:
        async with sem:
            print("w2", 11, "in sem")
            async with locks[0]:
                print("w2", 111, "has lock 0")
                await until(2)
                print("w2", 1111, "slot 2")
                loop.call_at(start + 15 * SLOT, print, "w2", 1112, "timer 15")
            print("w2", 111, "left lock 0")
            await asyncio.sleep(0)
            print("w2", 112, "turn")
        print("w2", 11, "out of sem")
        loop.call_at(start + 9 * SLOT, print, "w2", 12, "timer 9")
    finally:
        print("w2", 1, "finally")
        await asyncio.sleep(0)
        print("w2", 1, "cleaned")
    events[0].clear()
    loop.call_soon(print, "w2", 3, "callback")
    return "w2"


async def w3():
    if not futures[1].cancelled():
        print("w3", 1, "future", await futures[1])
    await asyncio.sleep(0)
    print("w3", 2, "turn")
    await queue.put("w3")
    print("w3", 3, "put")
    await queue.put("w3")
    print("w3", 4, "put")
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
