# Random program 31: the order of tasks, locks, queues, timers and cancellations.
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
    loop.call_at(start + 1 * SLOT, print, "c0", 1, "timer 1")
    return "c0"


async def c1():
    print("c1", 1, "cancels w0", workers[0].cancel())
    if not futures[1].done():
        futures[1].set_result("c1")
        print("c1", 2, "set future 1")
    events[0].set()
    print("c1", 3, "event set")
    return "c1"


async def c2():
    loop.call_at(start + 7 * SLOT, print, "c2", 1, "timer 7")
    await asyncio.sleep(0)
    print("c2", 2, "turn")
    await events[1].wait()
    print("c2", 3, "event")
    return "c2"


async def c3():
    await queue.put("c3")
    print("c3", 1, "put")
    if not futures[2].cancelled():
        print("c3", 2, "future", await futures[2])
    return "c3"


async def c4():
    async with asyncio.TaskGroup() as group:
        everything.append(group.create_task(c5(), name="c5"))
        await until(3)
        print("c4", 11, "slot 3")
    print("c4", 1, "group done")
    await queue.put("c4")
    print("c4", 2, "put")
    return "c4"


async def c5():
    print("c5", 1, "cancels w2", workers[2].cancel())
    if not futures[1].done():
        futures[1].set_result("c5")
        print("c5", 2, "set future 1")
    await queue.put("c5")
    print("c5", 3, "put")
    return "c5"


async def w0():
    await until(5)
    print("w0", 1, "slot 5")
    for _ in range(3):
        await asyncio.sleep(0)
    print("w0", 2, "turns")
    try:
        print("w0", 3, "wait_for", await asyncio.wait_for(c0(), start + 4 * SLOT - loop.time()))
    except TimeoutError:
        print("w0", 3, "gave up")
    return "w0"


async def w1():
    print("w1", 1, "gather", await asyncio.gather(c1(), c2(), c3(), return_exceptions=True))
    if not futures[1].done():
        futures[1].set_result("w1")
        print("w1", 2, "set future 1")
    async with cond:
        cond.notify(2)
    print("w1", 3, "notifies")
    return "w1"


async def w2():
    async with sem:
        print("w2", 1, "in sem")
        async with asyncio.TaskGroup() as group:
            everything.append(group.create_task(c4(), name="c4"))
            for _ in range(3):
                await asyncio.sleep(0)
            print("w2", 111, "turns")
        print("w2", 11, "group done")
    print("w2", 1, "out of sem")
    if workers[1].done():
        raise ValueError("w2")
    print("w2", 2, "goes on")
    print("w2", 3, "got", await queue.get())
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
