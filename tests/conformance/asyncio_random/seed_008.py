# Random program 8: the order of tasks, locks, queues, timers and cancellations.
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
    await asyncio.sleep(0)
    print("c0", 1, "turn")
    print("c0", 2, "shield", await asyncio.shield(spawn(c1(), "c1")))
    events[1].set()
    print("c0", 3, "event set")
    return "c0"


async def c1():
    async with locks[1]:
        print("c1", 1, "has lock 1")
        events[0].set()
        print("c1", 11, "event set")
    print("c1", 1, "left lock 1")
    loop.call_soon(print, "c1", 2, "callback")
    return "c1"


async def c2():
    async with cond:
        print("c2", 1, "waits for cond")
        await cond.wait()
        print("c2", 1, "notified")
    try:
        async with asyncio.timeout_at(start + 9 * SLOT):
            await events[1].wait()
            print("c2", 21, "event")
            await queue.put("c2")
            print("c2", 22, "put")
    except TimeoutError:
        print("c2", 2, "timed out")
    return "c2"


async def c3():
    print("c3", 1, "shield", await asyncio.shield(spawn(c4(), "c4")))
    async with sem:
        print("c3", 2, "in sem")
        await queue.put("c3")
        print("c3", 21, "put")
    print("c3", 2, "out of sem")
    return "c3"


async def c4():
    print("c4", 1, "gather", await asyncio.gather(c5(), c6()))
    return "c4"


async def c5():
    await asyncio.sleep(0)
    print("c5", 1, "turn")
    print("c5", 2, "cancels w0", workers[0].cancel())
    return "c5"


async def c6():
    if not futures[1].done():
        futures[1].set_result("c6")
        print("c6", 1, "set future 1")
    if not futures[2].done():
        futures[2].set_result("c6")
        print("c6", 2, "set future 2")
    return "c6"


async def w0():
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 1, "set future 0")
    if not futures[0].cancelled():
        print("w0", 2, "future", await futures[0])
    await events[1].wait()
    print("w0", 3, "event")
    async with locks[1]:
        print("w0", 4, "has lock 1")
        await until(5)
        print("w0", 41, "slot 5")
    print("w0", 4, "left lock 1")
    for _ in range(2):
        await asyncio.sleep(0)
    print("w0", 5, "turns")
    return "w0"


async def w1():
    spawn(c0(), "c0")
    print("w1", 1, "spawned c0")
    await asyncio.sleep(0)
    print("w1", 2, "turn")
    await events[1].wait()
    print("w1", 3, "event")
    print("w1", 4, "future", await asyncio.shield(futures[1]))
    done, pending = await asyncio.wait([spawn(c2(), "c2"), spawn(c3(), "c3")], return_when=asyncio.FIRST_EXCEPTION)
    print("w1", 5, "wait", sorted(t.get_name() for t in done), len(pending))
    return "w1"


async def w2():
    async with sem:
        print("w2", 1, "in sem")
        try:
            async with asyncio.timeout_at(start + 6 * SLOT):
                try:
                    events[1].set()
                    print("w2", 1111, "event set")
                    print("w2", 1112, "got", await queue.get())
                except Exception as error:
                    print("w2", 111, "caught", type(error).__name__, error.args)
                events[1].set()
                print("w2", 112, "event set")
        except TimeoutError:
            print("w2", 11, "timed out")
        async with sem:
            print("w2", 12, "in sem")
            print("w2", 121, "future", await asyncio.shield(futures[1]))
        print("w2", 12, "out of sem")
    print("w2", 1, "out of sem")
    for _ in range(3):
        await asyncio.sleep(0)
    print("w2", 2, "turns")
    if not futures[2].done():
        futures[2].set_result("w2")
        print("w2", 3, "set future 2")
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
