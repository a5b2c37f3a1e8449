# Random program 28: the order of tasks, locks, queues, timers and cancellations.
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
    async with sem:
        print("c0", 1, "in sem")
        if not futures[1].done():
            futures[1].set_result("c0")
            print("c0", 11, "set future 1")
        async with locks[1]:
            print("c0", 12, "has lock 1")
            await asyncio.sleep(0)
            print("c0", 121, "turn")
        print("c0", 12, "left lock 1")
    print("c0", 1, "out of sem")
    try:
        async with asyncio.timeout_at(start + 1 * SLOT):
            events[0].set()
            print("c0", 21, "event set")
            print("c0", 22, "cancels w0", workers[0].cancel())
    except TimeoutError:
        print("c0", 2, "timed out")
    await queue.put("c0")
    print("c0", 3, "put")
    return "c0"


async def c1():
    async with sem:
        print("c1", 1, "in sem")
        if workers[0].done():
            raise ValueError("c1")
        print("c1", 11, "goes on")
        done, pending = await asyncio.wait([spawn(c2(), "c2"), spawn(c3(), "c3")], return_when=asyncio.FIRST_EXCEPTION)
        print("c1", 12, "wait", sorted(t.get_name() for t in done), len(pending))
    print("c1", 1, "out of sem")
    print("c1", 2, "future", await asyncio.shield(futures[1]))
    return "c1"


async def c2():
    print("c2", 1, "cancels w0", workers[0].cancel())
    return "c2"


async def c3():
    print("c3", 1, "got", await queue.get())
    await queue.put("c3")
    print("c3", 2, "put")
    loop.call_at(start + 2 * SLOT, print, "c3", 3, "timer 2")
    return "c3"


async def c4():
    await queue.put("c4")
    print("c4", 1, "put")
    events[1].set()
    print("c4", 2, "event set")
    await until(6)
    print("c4", 3, "slot 6")
    return "c4"


async def c5():
    try:
        async with asyncio.timeout_at(start + 7 * SLOT):
            print("c5", 11, "got", await queue.get())
            await until(8)
            print("c5", 12, "slot 8")
    except TimeoutError:
        print("c5", 1, "timed out")
    async with locks[1]:
        print("c5", 2, "has lock 1")
        print("c5", 21, "cancels w1", workers[1].cancel())
    print("c5", 2, "left lock 1")
    await asyncio.sleep(0)
    print("c5", 3, "turn")
    return "c5"


async def w0():
    loop.call_soon(print, "w0", 1, "callback")
    print("w0", 2, "cancels w1", workers[1].cancel())
    print("w0", 3, "gather", await asyncio.gather(c0(), c1()))
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c4(), name="c4"))
        async with cond:
            print("w0", 41, "waits for cond")
            await cond.wait()
            print("w0", 41, "notified")
    print("w0", 4, "group done")
    return "w0"


async def w1():
    print("w1", 1, "gather", await asyncio.gather(c5()))
    await until(13)
    print("w1", 2, "slot 13")
    try:
        async with asyncio.timeout_at(start + 14 * SLOT):
            async with locks[0]:
                print("w1", 31, "has lock 0")
                async with cond:
                    cond.notify(1)
                print("w1", 311, "notifies")
            print("w1", 31, "left lock 0")
            await until(9)
            print("w1", 32, "slot 9")
    except TimeoutError:
        print("w1", 3, "timed out")
    return "w1"


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
    for function in (w0, w1):
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
