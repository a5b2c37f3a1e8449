# Random program 50: the order of tasks, locks, queues, timers and cancellations.
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
    async with cond:
        cond.notify(1)
    print("c0", 1, "notifies")
    return "c0"


async def c1():
    print("c1", 1, "shield", await asyncio.shield(spawn(c2(), "c2")))
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c5(), name="c5"))
        loop.call_at(start + 10 * SLOT, print, "c1", 21, "timer 10")
    print("c1", 2, "group done")
    return "c1"


async def c2():
    print("c2", 1, "gather", await asyncio.gather(c3(), c4()))
    try:
        async with cond:
            cond.notify(2)
        print("c2", 21, "notifies")
        print("c2", 22, "future", await asyncio.shield(futures[0]))
    finally:
        print("c2", 2, "finally")
    if not futures[0].done():
        futures[0].set_result("c2")
        print("c2", 3, "set future 0")
    return "c2"


async def c3():
    loop.call_soon(print, "c3", 1, "callback")
    await until(5)
    print("c3", 2, "slot 5")
    return "c3"


async def c4():
    await asyncio.sleep(0)
    print("c4", 1, "turn")
    if not futures[0].done():
        futures[0].set_result("c4")
        print("c4", 2, "set future 0")
    return "c4"


async def c5():
    await until(8)
    print("c5", 1, "slot 8")
    await events[1].wait()
    print("c5", 2, "event")
    async with cond:
        cond.notify(1)
    print("c5", 3, "notifies")
    return "c5"


async def c6():
    async with cond:
        cond.notify(1)
    print("c6", 1, "notifies")
    if workers[1].done():
        raise ValueError("c6")
    print("c6", 2, "goes on")
    events[0].clear()
    return "c6"


async def w0():
    loop.call_at(start + 1 * SLOT, print, "w0", 1, "timer 1")
    print("w0", 2, "gather", await asyncio.gather(c0(), c1(), c6()))
    await queue.put("w0")
    print("w0", 3, "put")
    await until(7)
    print("w0", 4, "slot 7")
    if not futures[1].done():
        futures[1].set_result("w0")
        print("w0", 5, "set future 1")
    async with locks[1]:
        print("w0", 6, "has lock 1")
        try:
            try:
                async with cond:
                    cond.notify(2)
                print("w0", 6111, "notifies")
                events[1].clear()
            except asyncio.CancelledError as error:
                print("w0", 611, "caught", type(error).__name__, error.args)
            if not futures[1].cancelled():
                print("w0", 612, "future", await futures[1])
        except TimeoutError as error:
            print("w0", 61, "caught", type(error).__name__, error.args)
        try:
            async with asyncio.timeout_at(start + 2 * SLOT):
                await queue.put("w0")
                print("w0", 621, "put")
                async with sem:
                    print("w0", 622, "in sem")
                    await events[1].wait()
                    print("w0", 6221, "event")
                print("w0", 622, "out of sem")
        except TimeoutError:
            print("w0", 62, "timed out")
    print("w0", 6, "left lock 1")
    return "w0"


async def w1():
    async with sem:
        print("w1", 1, "in sem")
        async with locks[0]:
            print("w1", 11, "has lock 0")
            if not futures[0].done():
                futures[0].set_result("w1")
                print("w1", 111, "set future 0")
            await events[1].wait()
            print("w1", 112, "event")
        print("w1", 11, "left lock 0")
    print("w1", 1, "out of sem")
    async with cond:
        print("w1", 2, "waits for cond")
        await cond.wait()
        print("w1", 2, "notified")
    await events[0].wait()
    print("w1", 3, "event")
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
