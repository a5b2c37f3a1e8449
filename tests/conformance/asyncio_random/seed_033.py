# Random program 33: the order of tasks, locks, queues, timers and cancellations.
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
    if workers[1].done():
        raise ValueError("c0")
    print("c0", 1, "goes on")
    try:
        async with asyncio.timeout_at(start + 3 * SLOT):
            if not futures[2].done():
                futures[2].set_result("c0")
                print("c0", 21, "set future 2")
            loop.call_at(start + 9 * SLOT, print, "c0", 22, "timer 9")
    except TimeoutError:
        print("c0", 2, "timed out")
    return "c0"


async def c1():
    loop.call_soon(print, "c1", 1, "callback")
    done, pending = await asyncio.wait([spawn(c2(), "c2"), spawn(c3(), "c3")], return_when=asyncio.ALL_COMPLETED)
    print("c1", 2, "wait", sorted(t.get_name() for t in done), len(pending))
    return "c1"


async def c2():
    if workers[1].done():
        raise ValueError("c2")
    print("c2", 1, "goes on")
    await queue.put("c2")
    print("c2", 2, "put")
    await until(6)
    print("c2", 3, "slot 6")
    return "c2"


async def c3():
    try:
        print("c3", 1, "wait_for", await asyncio.wait_for(c4(), start + 2 * SLOT - loop.time()))
    except TimeoutError:
        print("c3", 1, "gave up")
    return "c3"


async def c4():
    print("c4", 1, "cancels w2", workers[2].cancel())
    return "c4"


async def c5():
    await asyncio.sleep(0)
    print("c5", 1, "turn")
    if workers[1].done():
        raise ValueError("c5")
    print("c5", 2, "goes on")
    return "c5"


async def c6():
    async with locks[1]:
        print("c6", 1, "has lock 1")
        print("c6", 11, "cancels w1", workers[1].cancel())
    print("c6", 1, "left lock 1")
    await queue.put("c6")
    print("c6", 2, "put")
    loop.call_at(start + 11 * SLOT, print, "c6", 3, "timer 11")
    return "c6"


async def w0():
    async with cond:
        print("w0", 1, "waits for cond")
        await cond.wait()
        print("w0", 1, "notified")
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 2, "set future 0")
    if workers[1].done():
        raise ValueError("w0")
    print("w0", 3, "goes on")
    return "w0"


async def w1():
    try:
        if not futures[2].done():
            futures[2].set_result("w1")
            print("w1", 11, "set future 2")
        print("w1", 12, "gather", await asyncio.gather(c0()))
    except TimeoutError as error:
        print("w1", 1, "caught", type(error).__name__, error.args)
    print("w1", 2, "gather", await asyncio.gather(c1(), c5(), c6(), return_exceptions=True))
    if not futures[0].done():
        futures[0].set_result("w1")
        print("w1", 3, "set future 0")
    try:
        async with asyncio.timeout_at(start + 7 * SLOT):
            await until(8)
            print("w1", 41, "slot 8")
            try:
                async with asyncio.timeout_at(start + 5 * SLOT):
                    if workers[0].done():
                        raise ValueError("w1")
                    print("w1", 421, "goes on")
                    print("w1", 422, "cancels w0", workers[0].cancel())
            except TimeoutError:
                print("w1", 42, "timed out")
    except TimeoutError:
        print("w1", 4, "timed out")
    await until(13)
    print("w1", 5, "slot 13")
    return "w1"


async def w2():
    await until(10)
    print("w2", 1, "slot 10")
    await until(14)
    print("w2", 2, "slot 14")
    print("w2", 3, "got", await queue.get())
    async with cond:
        cond.notify(2)
    print("w2", 4, "notifies")
    await until(19)
    print("w2", 5, "slot 19")
    if workers[2].done():
        raise ValueError("w2")
    print("w2", 6, "goes on")
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
