# Random program 3: the order of tasks, locks, queues, timers and cancellations.
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
    loop.call_at(start + 8 * SLOT, print, "c0", 1, "timer 8")
    await events[1].wait()
    print("c0", 2, "event")
    return "c0"


async def c1():
    done, pending = await asyncio.wait([spawn(c2(), "c2"), spawn(c3(), "c3")], return_when=asyncio.FIRST_COMPLETED)
    print("c1", 1, "wait", sorted(t.get_name() for t in done), len(pending))
    async with locks[0]:
        print("c1", 2, "has lock 0")
        done, pending = await asyncio.wait([spawn(c5(), "c5"), spawn(c6(), "c6")], return_when=asyncio.FIRST_COMPLETED)
        print("c1", 21, "wait", sorted(t.get_name() for t in done), len(pending))
    print("c1", 2, "left lock 0")
    loop.call_soon(print, "c1", 3, "callback")
    return "c1"


async def c2():
    print("c2", 1, "cancels w1", workers[1].cancel())
    async with cond:
        cond.notify(1)
    print("c2", 2, "notifies")
    return "c2"


async def c3():
    spawn(c4(), "c4")
    print("c3", 1, "spawned c4")
    return "c3"


async def c4():
    async with cond:
        cond.notify(1)
    print("c4", 1, "notifies")
    return "c4"


async def c5():
    if not futures[2].done():
        futures[2].set_result("c5")
        print("c5", 1, "set future 2")
    return "c5"


async def c6():
    if not futures[2].done():
        futures[2].set_result("c6")
        print("c6", 1, "set future 2")
    await until(3)
    print("c6", 2, "slot 3")
    print("c6", 3, "cancels w1", workers[1].cancel())
    return "c6"


async def w0():
    await until(1)
    print("w0", 1, "slot 1")
    async with sem:
        print("w0", 2, "in sem")
        await until(9)
        print("w0", 21, "slot 9")
        await queue.put("w0")
        print("w0", 22, "put")
    print("w0", 2, "out of sem")
    if not futures[1].done():
        futures[1].set_result("w0")
        print("w0", 3, "set future 1")
    print("w0", 4, "gather", await asyncio.gather(c0()))
    print("w0", 5, "shield", await asyncio.shield(spawn(c1(), "c1")))
    await events[1].wait()
    print("w0", 6, "event")
    return "w0"


async def w1():
    loop.call_soon(print, "w1", 1, "callback")
    async with cond:
        cond.notify(1)
    print("w1", 2, "notifies")
    print("w1", 3, "future", await asyncio.shield(futures[0]))
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
