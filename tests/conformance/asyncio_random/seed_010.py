# Random program 10: the order of tasks, locks, queues, timers and cancellations.
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
        async with asyncio.timeout_at(start + 3 * SLOT):
            try:
                if not futures[1].done():
                    futures[1].set_result("c0")
                    print("c0", 111, "set future 1")
                loop.call_soon(print, "c0", 112, "callback")
            except asyncio.CancelledError as error:
                print("c0", 11, "caught", type(error).__name__, error.args)
                raise
            async with sem:
                print("c0", 12, "in sem")
                await queue.put("c0")
                print("c0", 121, "put")
            print("c0", 12, "out of sem")
    except TimeoutError:
        print("c0", 1, "timed out")
    for _ in range(4):
        await asyncio.sleep(0)
    print("c0", 2, "turns")
    return "c0"


async def c1():
    try:
        await queue.put("c1")
        print("c1", 11, "put")
        async with cond:
            cond.notify(1)
        print("c1", 12, "notifies")
    except TimeoutError as error:
        print("c1", 1, "caught", type(error).__name__, error.args)
    print("c1", 2, "cancels w2", workers[2].cancel())
    await queue.put("c1")
    print("c1", 3, "put")
    return "c1"


async def c2():
    done, pending = await asyncio.wait([spawn(c3(), "c3"), spawn(c4(), "c4")], return_when=asyncio.ALL_COMPLETED)
    print("c2", 1, "wait", sorted(t.get_name() for t in done), len(pending))
    print("c2", 2, "shield", await asyncio.shield(spawn(c5(), "c5")))
    await until(1)
    print("c2", 3, "slot 1")
    return "c2"


async def c3():
    await events[0].wait()
    print("c3", 1, "event")
    return "c3"


async def c4():
    async with cond:
        cond.notify(1)
    print("c4", 1, "notifies")
    try:
        await asyncio.sleep(0)
        print("c4", 21, "turn")
    finally:
        print("c4", 2, "finally")
        await asyncio.sleep(0)
        print("c4", 2, "cleaned")
    return "c4"


async def c5():
    try:
        await asyncio.sleep(0)
        print("c5", 11, "turn")
        if not futures[1].cancelled():
            print("c5", 12, "future", await futures[1])
    except (asyncio.CancelledError, ValueError) as error:
        print("c5", 1, "caught", type(error).__name__, error.args)
        raise
    return "c5"


async def c6():
    if not futures[1].done():
        futures[1].set_result("c6")
        print("c6", 1, "set future 1")
    await queue.put("c6")
    print("c6", 2, "put")
    return "c6"


async def w0():
    print("w0", 1, "shield", await asyncio.shield(spawn(c0(), "c0")))
    await until(5)
    print("w0", 2, "slot 5")
    print("w0", 3, "shield", await asyncio.shield(spawn(c1(), "c1")))
    return "w0"


async def w1():
    for _ in range(4):
        await asyncio.sleep(0)
    print("w1", 1, "turns")
    done, pending = await asyncio.wait([spawn(c2(), "c2"), spawn(c6(), "c6")], return_when=asyncio.ALL_COMPLETED)
    print("w1", 2, "wait", sorted(t.get_name() for t in done), len(pending))
    await asyncio.sleep(0)
    print("w1", 3, "turn")
    events[0].clear()
    return "w1"


async def w2():
    await asyncio.sleep(0)
    print("w2", 1, "turn")
    async with locks[1]:
        print("w2", 2, "has lock 1")
        events[1].clear()
        await events[1].wait()
        print("w2", 22, "event")
    print("w2", 2, "left lock 1")
    print("w2", 3, "cancels w2", workers[2].cancel())
    await queue.put("w2")
    print("w2", 4, "put")
    async with sem:
        print("w2", 5, "in sem")
        print("w2", 51, "cancels w1", workers[1].cancel())
        await asyncio.sleep(0)
        print("w2", 52, "turn")
    print("w2", 5, "out of sem")
    return "w2"


async def w3():
    if not futures[2].done():
        futures[2].set_result("w3")
        print("w3", 1, "set future 2")
    events[0].set()
    print("w3", 2, "event set")
    try:
        for _ in range(3):
            await asyncio.sleep(0)
        print("w3", 31, "turns")
        loop.call_at(start + 7 * SLOT, print, "w3", 32, "timer 7")
    finally:
        print("w3", 3, "finally")
    loop.call_soon(print, "w3", 4, "callback")
    loop.call_at(start + 2 * SLOT, print, "w3", 5, "timer 2")
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
