# Random program 4: the order of tasks, locks, queues, timers and cancellations.
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
    async with locks[1]:
        print("c0", 1, "has lock 1")
        await asyncio.sleep(0)
        print("c0", 11, "turn")
        await until(7)
        print("c0", 12, "slot 7")
    print("c0", 1, "left lock 1")
    return "c0"


async def c1():
    await until(8)
    print("c1", 1, "slot 8")
    print("c1", 2, "child", await c2())
    async with locks[0]:
        print("c1", 3, "has lock 0")
        events[1].set()
        print("c1", 31, "event set")
        loop.call_soon(print, "c1", 32, "callback")
    print("c1", 3, "left lock 0")
    return "c1"


async def c2():
    print("c2", 1, "cancels w2", workers[2].cancel())
    return "c2"


async def c3():
    await until(2)
    print("c3", 1, "slot 2")
    events[0].set()
    print("c3", 2, "event set")
    if not futures[0].done():
        futures[0].set_result("c3")
        print("c3", 3, "set future 0")
    return "c3"


async def c4():
    async with sem:
        print("c4", 1, "in sem")
        loop.call_soon(print, "c4", 11, "callback")
        print("c4", 12, "got", await queue.get())
    print("c4", 1, "out of sem")
    return "c4"


async def c5():
    if not futures[2].done():
        futures[2].set_result("c5")
        print("c5", 1, "set future 2")
    await events[0].wait()
    print("c5", 2, "event")
    loop.call_soon(print, "c5", 3, "callback")
    return "c5"


async def c6():
    await until(14)
    print("c6", 1, "slot 14")
    return "c6"


async def w0():
    print("w0", 1, "shield", await asyncio.shield(spawn(c0(), "c0")))
    try:
        async with asyncio.timeout_at(start + 5 * SLOT):
            for _ in range(3):
                await asyncio.sleep(0)
            print("w0", 21, "turns")
            try:
                async with locks[0]:
                    print("w0", 221, "has lock 0")
                    await asyncio.sleep(0)
                    print("w0", 2211, "turn")
                print("w0", 221, "left lock 0")
            finally:
                print("w0", 22, "finally")
                await asyncio.sleep(0)
                print("w0", 22, "cleaned")
    except TimeoutError:
        print("w0", 2, "timed out")
    loop.call_at(start + 4 * SLOT, print, "w0", 3, "timer 4")
    loop.call_at(start + 11 * SLOT, print, "w0", 4, "timer 11")
    try:
        loop.call_at(start + 10 * SLOT, print, "w0", 51, "timer 10")
        try:
            print("w0", 52, "wait_for", await asyncio.wait_for(c1(), start + 1 * SLOT - loop.time()))
        except TimeoutError:
            print("w0", 52, "gave up")
    except asyncio.CancelledError as error:
        print("w0", 5, "caught", type(error).__name__, error.args)
    return "w0"


async def w1():
    await asyncio.sleep(0)
    print("w1", 1, "turn")
    await until(9)
    print("w1", 2, "slot 9")
    events[0].clear()
    if workers[2].done():
        raise ValueError("w1")
    print("w1", 4, "goes on")
    await asyncio.sleep(0)
    print("w1", 5, "turn")
    return "w1"


async def w2():
    spawn(c3(), "c3")
    print("w2", 1, "spawned c3")
    async with cond:
        cond.notify(1)
    print("w2", 2, "notifies")
    print("w2", 3, "child task", await spawn(c4(), "c4"))
    print("w2", 4, "gather", await asyncio.gather(c5(), c6()))
    await events[1].wait()
    print("w2", 5, "event")
    return "w2"


async def w3():
    await queue.put("w3")
    print("w3", 1, "put")
    loop.call_at(start + 3 * SLOT, print, "w3", 2, "timer 3")
    try:
        print("w3", 31, "got", await queue.get())
        await asyncio.sleep(0)
        print("w3", 32, "turn")
    except (asyncio.CancelledError, ValueError) as error:
        print("w3", 3, "caught", type(error).__name__, error.args)
        raise
    await asyncio.sleep(0)
    print("w3", 4, "turn")
    await queue.put("w3")
    print("w3", 5, "put")
    if workers[2].done():
        raise ValueError("w3")
    print("w3", 6, "goes on")
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
