# Random program 6: the order of tasks, locks, queues, timers and cancellations.
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
    try:
        async with asyncio.timeout_at(start + 8 * SLOT):
            print("c0", 11, "gather", await asyncio.gather(c1(), c2(), c3(), return_exceptions=True))
            try:
                async with asyncio.timeout_at(start + 4 * SLOT):
                    loop.call_soon(print, "c0", 121, "callback")
                    events[0].set()
                    print("c0", 122, "event set")
            except TimeoutError:
                print("c0", 12, "timed out")
    except TimeoutError:
        print("c0", 1, "timed out")
    if not futures[0].cancelled():
        print("c0", 2, "future", await futures[0])
    return "c0"


async def c1():
    await events[1].wait()
    print("c1", 1, "event")
    loop.call_at(start + 2 * SLOT, print, "c1", 2, "timer 2")
    return "c1"


async def c2():
    await until(6)
    print("c2", 1, "slot 6")
    return "c2"


async def c3():
    print("c3", 1, "future", await asyncio.shield(futures[1]))
    return "c3"


async def c4():
    print("c4", 1, "got", await queue.get())
    await asyncio.sleep(0)
    print("c4", 2, "turn")
    try:
        async with locks[1]:
            print("c4", 31, "has lock 1")
            await asyncio.sleep(0)
            print("c4", 311, "turn")
        print("c4", 31, "left lock 1")
        try:
            await asyncio.sleep(0)
            print("c4", 321, "turn")
        finally:
            print("c4", 32, "finally")
    except (asyncio.CancelledError, ValueError) as error:
        print("c4", 3, "caught", type(error).__name__, error.args)
        raise
    return "c4"


async def c5():
    events[0].set()
    print("c5", 1, "event set")
    return "c5"


async def w0():
    done, pending = await asyncio.wait([spawn(c0(), "c0"), spawn(c4(), "c4")], return_when=asyncio.FIRST_EXCEPTION)
    print("w0", 1, "wait", sorted(t.get_name() for t in done), len(pending))
    await asyncio.sleep(0)
    print("w0", 2, "turn")
    if not futures[0].done():
        futures[0].set_result("w0")
        print("w0", 3, "set future 0")
    print("w0", 4, "got", await queue.get())
    await until(5)
    print("w0", 5, "slot 5")
    return "w0"


async def w1():
    async with locks[1]:
        print("w1", 1, "has lock 1")
        loop.call_soon(print, "w1", 11, "callback")
        events[0].set()
        print("w1", 12, "event set")
    print("w1", 1, "left lock 1")
    if not futures[1].done():
        futures[1].set_result("w1")
        print("w1", 2, "set future 1")
    if not futures[0].done():
        futures[0].set_result("w1")
        print("w1", 3, "set future 0")
    async with cond:
        print("w1", 4, "waits for cond")
        await cond.wait()
        print("w1", 4, "notified")
    if not futures[1].done():
        futures[1].set_result("w1")
        print("w1", 5, "set future 1")
    return "w1"


async def w2():
    if not futures[2].done():
        futures[2].set_result("w2")
        print("w2", 1, "set future 2")
    print("w2", 2, "cancels w2", workers[2].cancel())
    await asyncio.sleep(0)
    print("w2", 3, "turn")
    loop.call_at(start + 9 * SLOT, print, "w2", 4, "timer 9")
    print("w2", 5, "shield", await asyncio.shield(spawn(c5(), "c5")))
    return "w2"


async def w3():
    events[1].set()
    print("w3", 1, "event set")
    async with cond:
        cond.notify(2)
    print("w3", 2, "notifies")
    await events[1].wait()
    print("w3", 3, "event")
    await events[0].wait()
    print("w3", 4, "event")
    try:
        await asyncio.sleep(0)
        print("w3", 51, "turn")
        try:
            async with locks[1]:
                print("w3", 521, "has lock 1")
                if not futures[2].cancelled():
                    print("w3", 5211, "future", await futures[2])
            print("w3", 521, "left lock 1")
            async with locks[1]:
                print("w3", 522, "has lock 1")
                loop.call_at(start + 10 * SLOT, print, "w3", 5221, "timer 10")
                print("w3", 5222, "cancels w2", workers[2].cancel())
            print("w3", 522, "left lock 1")
        except TimeoutError as error:
            print("w3", 52, "caught", type(error).__name__, error.args)
    except TimeoutError as error:
        print("w3", 5, "caught", type(error).__name__, error.args)
    async with locks[0]:
        print("w3", 6, "has lock 0")
        await queue.put("w3")
        print("w3", 61, "put")
    print("w3", 6, "left lock 0")
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
