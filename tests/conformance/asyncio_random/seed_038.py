# Random program 38: the order of tasks, locks, queues, timers and cancellations.
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
    await events[0].wait()
    print("c0", 1, "event")
    try:
        events[1].set()
        print("c0", 21, "event set")
        if not futures[1].done():
            futures[1].set_result("c0")
            print("c0", 22, "set future 1")
    except asyncio.CancelledError as error:
        print("c0", 2, "caught", type(error).__name__, error.args)
        raise
    return "c0"


async def c1():
    try:
        async with asyncio.timeout_at(start + 4 * SLOT):
            async with locks[1]:
                print("c1", 11, "has lock 1")
                events[0].set()
                print("c1", 111, "event set")
            print("c1", 11, "left lock 1")
            loop.call_at(start + 1 * SLOT, print, "c1", 12, "timer 1")
    except TimeoutError:
        print("c1", 1, "timed out")
    return "c1"


async def c2():
    await until(12)
    print("c2", 1, "slot 12")
    return "c2"


async def c3():
    loop.call_soon(print, "c3", 1, "callback")
    return "c3"


async def c4():
    events[0].set()
    print("c4", 1, "event set")
    return "c4"


async def w0():
    if not futures[2].cancelled():
        print("w0", 1, "future", await futures[2])
    done, pending = await asyncio.wait([spawn(c0(), "c0"), spawn(c1(), "c1")], return_when=asyncio.FIRST_COMPLETED)
    print("w0", 2, "wait", sorted(t.get_name() for t in done), len(pending))
    async with sem:
        print("w0", 3, "in sem")
        await asyncio.sleep(0)
        print("w0", 31, "turn")
        loop.call_at(start + 5 * SLOT, print, "w0", 32, "timer 5")
    print("w0", 3, "out of sem")
    return "w0"


async def w1():
    await events[1].wait()
    print("w1", 1, "event")
    await queue.put("w1")
    print("w1", 2, "put")
    try:
        try:
            try:
                async with asyncio.timeout_at(start + 11 * SLOT):
                    loop.call_at(start + 7 * SLOT, print, "w1", 3111, "timer 7")
                    await asyncio.sleep(0)
                    print("w1", 3112, "turn")
            except TimeoutError:
                print("w1", 311, "timed out")
            await asyncio.sleep(0)
            print("w1", 312, "turn")
        except TimeoutError as error:
            print("w1", 31, "caught", type(error).__name__, error.args)
        loop.call_soon(print, "w1", 32, "callback")
    finally:
        print("w1", 3, "finally")
    print("w1", 4, "gather", await asyncio.gather(c2()))
    try:
        print("w1", 5, "wait_for", await asyncio.wait_for(c3(), start + 8 * SLOT - loop.time()))
    except TimeoutError:
        print("w1", 5, "gave up")
    events[0].set()
    print("w1", 6, "event set")
    return "w1"


async def w2():
    print("w2", 1, "shield", await asyncio.shield(spawn(c4(), "c4")))
    async with locks[0]:
        print("w2", 2, "has lock 0")
        if not futures[2].done():
            futures[2].set_result("w2")
            print("w2", 21, "set future 2")
    print("w2", 2, "left lock 0")
    await until(3)
    print("w2", 3, "slot 3")
    async with cond:
        print("w2", 4, "waits for cond")
        await cond.wait()
        print("w2", 4, "notified")
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
