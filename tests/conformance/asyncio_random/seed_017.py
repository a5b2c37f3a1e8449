# Random program 17: the order of tasks, locks, queues, timers and cancellations.
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
    events[0].clear()
    events[1].clear()
    await until(4)
    print("c0", 3, "slot 4")
    return "c0"


async def c1():
    print("c1", 1, "got", await queue.get())
    loop.call_soon(print, "c1", 2, "callback")
    return "c1"


async def c2():
    await queue.put("c2")
    print("c2", 1, "put")
    await asyncio.sleep(0)
    print("c2", 2, "turn")
    try:
        print("c2", 3, "wait_for", await asyncio.wait_for(c3(), start + 7 * SLOT - loop.time()))
    except TimeoutError:
        print("c2", 3, "gave up")
    return "c2"


async def c3():
    if not futures[2].done():
        futures[2].set_result("c3")
        print("c3", 1, "set future 2")
    return "c3"


async def c4():
    async with locks[0]:
        print("c4", 1, "has lock 0")
        if not futures[1].done():
            futures[1].set_result("c4")
            print("c4", 11, "set future 1")
    print("c4", 1, "left lock 0")
    async with sem:
        print("c4", 2, "in sem")
        try:
            async with asyncio.timeout_at(start + 1 * SLOT):
                events[0].clear()
                if not futures[0].cancelled():
                    print("c4", 212, "future", await futures[0])
        except TimeoutError:
            print("c4", 21, "timed out")
        events[1].set()
        print("c4", 22, "event set")
    print("c4", 2, "out of sem")
    await asyncio.sleep(0)
    print("c4", 3, "turn")
    return "c4"


async def c5():
    async with cond:
        cond.notify(1)
    print("c5", 1, "notifies")
    return "c5"


async def w0():
    done, pending = await asyncio.wait([spawn(c0(), "c0"), spawn(c1(), "c1")], return_when=asyncio.ALL_COMPLETED)
    print("w0", 1, "wait", sorted(t.get_name() for t in done), len(pending))
    print("w0", 2, "shield", await asyncio.shield(spawn(c2(), "c2")))
    await until(6)
    print("w0", 3, "slot 6")
    return "w0"


async def w1():
    print("w1", 1, "got", await queue.get())
    loop.call_soon(print, "w1", 2, "callback")
    events[1].set()
    print("w1", 3, "event set")
    if workers[1].done():
        raise ValueError("w1")
    print("w1", 4, "goes on")
    await until(2)
    print("w1", 5, "slot 2")
    done, pending = await asyncio.wait([spawn(c4(), "c4"), spawn(c5(), "c5")], return_when=asyncio.ALL_COMPLETED)
    print("w1", 6, "wait", sorted(t.get_name() for t in done), len(pending))
    return "w1"


async def w2():
    async with cond:
        print("w2", 1, "waits for cond")
        await cond.wait()
        print("w2", 1, "notified")
    await until(5)
    print("w2", 2, "slot 5")
    loop.call_soon(print, "w2", 3, "callback")
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
