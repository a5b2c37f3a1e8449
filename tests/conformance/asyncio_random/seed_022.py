# Random program 22: the order of tasks, locks, queues, timers and cancellations.
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
    loop.call_at(start + 5 * SLOT, print, "c0", 1, "timer 5")
    return "c0"


async def c1():
    await events[1].wait()
    print("c1", 1, "event")
    return "c1"


async def c2():
    for _ in range(2):
        await asyncio.sleep(0)
    print("c2", 1, "turns")
    loop.call_soon(print, "c2", 2, "callback")
    return "c2"


async def c3():
    if not futures[2].cancelled():
        print("c3", 1, "future", await futures[2])
    return "c3"


async def c4():
    try:
        async with cond:
            cond.notify(1)
        print("c4", 11, "notifies")
        print("c4", 12, "future", await asyncio.shield(futures[1]))
    finally:
        print("c4", 1, "finally")
    async with sem:
        print("c4", 2, "in sem")
        print("c4", 21, "got", await queue.get())
        await events[0].wait()
        print("c4", 22, "event")
    print("c4", 2, "out of sem")
    return "c4"


async def c5():
    try:
        if not futures[0].done():
            futures[0].set_result("c5")
            print("c5", 11, "set future 0")
    finally:
        print("c5", 1, "finally")
    return "c5"


async def w0():
    if not futures[2].done():
        futures[2].set_result("w0")
        print("w0", 1, "set future 2")
    await until(1)
    print("w0", 2, "slot 1")
    try:
        await until(7)
        print("w0", 31, "slot 7")
    finally:
        print("w0", 3, "finally")
        await asyncio.sleep(0)
        print("w0", 3, "cleaned")
    if not futures[2].done():
        futures[2].set_result("w0")
        print("w0", 4, "set future 2")
    return "w0"


async def w1():
    if not futures[1].done():
        futures[1].set_result("w1")
        print("w1", 1, "set future 1")
    await until(4)
    print("w1", 2, "slot 4")
    loop.call_soon(print, "w1", 3, "callback")
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c0(), name="c0"))
        print("w1", 41, "got", await queue.get())
    print("w1", 4, "group done")
    return "w1"


async def w2():
    await asyncio.sleep(0)
    print("w2", 1, "turn")
    try:
        async with asyncio.timeout_at(start + 10 * SLOT):
            try:
                async with asyncio.timeout_at(start + 12 * SLOT):
                    try:
                        print("w2", 211, "wait_for", await asyncio.wait_for(c1(), start + 14 * SLOT - loop.time()))
                    except TimeoutError:
                        print("w2", 211, "gave up")
                    done, pending = await asyncio.wait([spawn(c2(), "c2"), spawn(c3(), "c3")], return_when=asyncio.ALL_COMPLETED)
                    print("w2", 212, "wait", sorted(t.get_name() for t in done), len(pending))
            except TimeoutError:
                print("w2", 21, "timed out")
            done, pending = await asyncio.wait([spawn(c4(), "c4"), spawn(c5(), "c5")], return_when=asyncio.FIRST_EXCEPTION)
            print("w2", 22, "wait", sorted(t.get_name() for t in done), len(pending))
    except TimeoutError:
        print("w2", 2, "timed out")
    async with locks[0]:
        print("w2", 3, "has lock 0")
        await asyncio.sleep(0)
        print("w2", 31, "turn")
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
