# Random program 39: the order of tasks, locks, queues, timers and cancellations.
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
    print("c0", 1, "got", await queue.get())
    await queue.put("c0")
    print("c0", 2, "put")
    if not futures[0].done():
        futures[0].set_result("c0")
        print("c0", 3, "set future 0")
    return "c0"


async def c1():
    print("c1", 1, "child", await c2())
    return "c1"


async def c2():
    spawn(c3(), "c3")
    print("c2", 1, "spawned c3")
    async with sem:
        print("c2", 2, "in sem")
        await asyncio.sleep(0)
        print("c2", 21, "turn")
        await asyncio.sleep(0)
        print("c2", 22, "turn")
    print("c2", 2, "out of sem")
    return "c2"


async def c3():
    await queue.put("c3")
    print("c3", 1, "put")
    if not futures[2].done():
        futures[2].set_result("c3")
        print("c3", 2, "set future 2")
    await until(6)
    print("c3", 3, "slot 6")
    return "c3"


async def c4():
    if not futures[0].cancelled():
        print("c4", 1, "future", await futures[0])
    try:
        spawn(c5(), "c5")
        print("c4", 21, "spawned c5")
    finally:
        print("c4", 2, "finally")
    print("c4", 3, "future", await asyncio.shield(futures[0]))
    return "c4"


async def c5():
    async with cond:
        cond.notify(1)
    print("c5", 1, "notifies")
    return "c5"


async def w0():
    if not futures[2].done():
        futures[2].set_result("w0")
        print("w0", 1, "set future 2")
    try:
        print("w0", 2, "wait_for", await asyncio.wait_for(c0(), start + 1 * SLOT - loop.time()))
    except TimeoutError:
        print("w0", 2, "gave up")
    async with locks[1]:
        print("w0", 3, "has lock 1")
        try:
            loop.call_at(start + 8 * SLOT, print, "w0", 311, "timer 8")
        finally:
            print("w0", 31, "finally")
    print("w0", 3, "left lock 1")
    try:
        print("w0", 4, "wait_for", await asyncio.wait_for(c1(), start + 5 * SLOT - loop.time()))
    except TimeoutError:
        print("w0", 4, "gave up")
    return "w0"


async def w1():
    for _ in range(2):
        await asyncio.sleep(0)
    print("w1", 1, "turns")
    loop.call_soon(print, "w1", 2, "callback")
    if not futures[0].done():
        futures[0].set_result("w1")
        print("w1", 3, "set future 0")
    print("w1", 4, "child", await c4())
    print("w1", 5, "cancels w2", workers[2].cancel())
    if not futures[2].cancelled():
        print("w1", 6, "future", await futures[2])
    return "w1"


async def w2():
    try:
        async with asyncio.timeout_at(start + 7 * SLOT):
            if not futures[0].done():
                futures[0].set_result("w2")
                print("w2", 11, "set future 0")
            events[1].set()
            print("w2", 12, "event set")
    except TimeoutError:
        print("w2", 1, "timed out")
    async with sem:
        print("w2", 2, "in sem")
        print("w2", 21, "got", await queue.get())
    print("w2", 2, "out of sem")
    loop.call_soon(print, "w2", 3, "callback")
    return "w2"


async def w3():
    async with sem:
        print("w3", 1, "in sem")
        loop.call_soon(print, "w3", 11, "callback")
        try:
            print("w3", 121, "cancels w0", workers[0].cancel())
            await queue.put("w3")
            print("w3", 122, "put")
        finally:
            print("w3", 12, "finally")
    print("w3", 1, "out of sem")
    async with cond:
        cond.notify(2)
    print("w3", 2, "notifies")
    async with cond:
        cond.notify(2)
    print("w3", 3, "notifies")
    await until(2)
    print("w3", 4, "slot 2")
    if workers[3].done():
        raise ValueError("w3")
    print("w3", 5, "goes on")
    try:
        events[1].clear()
        await asyncio.sleep(0)
        print("w3", 62, "turn")
    except asyncio.CancelledError as error:
        print("w3", 6, "caught", type(error).__name__, error.args)
        raise
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
