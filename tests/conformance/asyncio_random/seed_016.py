# Random program 16: the order of tasks, locks, queues, timers and cancellations.
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
    async with locks[1]:
        print("c0", 1, "has lock 1")
        await asyncio.sleep(0)
        print("c0", 11, "turn")
    print("c0", 1, "left lock 1")
    async with cond:
        print("c0", 2, "waits for cond")
        await cond.wait()
        print("c0", 2, "notified")
    return "c0"


async def c1():
    await asyncio.sleep(0)
    print("c1", 1, "turn")
    if not futures[0].done():
        futures[0].set_result("c1")
        print("c1", 2, "set future 0")
    if not futures[1].done():
        futures[1].set_result("c1")
        print("c1", 3, "set future 1")
    return "c1"


async def c2():
    async with sem:
        print("c2", 1, "in sem")
        async with locks[0]:
            print("c2", 11, "has lock 0")
            if not futures[0].done():
                futures[0].set_result("c2")
                print("c2", 111, "set future 0")
            async with cond:
                cond.notify(1)
            print("c2", 112, "notifies")
        print("c2", 11, "left lock 0")
        await asyncio.sleep(0)
        print("c2", 12, "turn")
    print("c2", 1, "out of sem")
    try:
        async with asyncio.timeout_at(start + 2 * SLOT):
            if workers[0].done():
                raise ValueError("c2")
            print("c2", 21, "goes on")
            await asyncio.sleep(0)
            print("c2", 22, "turn")
    except TimeoutError:
        print("c2", 2, "timed out")
    events[1].set()
    print("c2", 3, "event set")
    return "c2"


async def w0():
    events[1].clear()
    print("w0", 2, "gather", await asyncio.gather(c0(), return_exceptions=True))
    print("w0", 3, "child task", await spawn(c1(), "c1"))
    return "w0"


async def w1():
    await events[0].wait()
    print("w1", 1, "event")
    async with locks[1]:
        print("w1", 2, "has lock 1")
        print("w1", 21, "cancels w1", workers[1].cancel())
    print("w1", 2, "left lock 1")
    await until(3)
    print("w1", 3, "slot 3")
    await asyncio.sleep(0)
    print("w1", 4, "turn")
    async with cond:
        cond.notify(2)
    print("w1", 5, "notifies")
    return "w1"


async def w2():
    loop.call_at(start + 9 * SLOT, print, "w2", 1, "timer 9")
    print("w2", 2, "child", await c2())
    async with locks[0]:
        print("w2", 3, "has lock 0")
        events[0].clear()
    print("w2", 3, "left lock 0")
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
