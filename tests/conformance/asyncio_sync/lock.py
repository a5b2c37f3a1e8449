# Lock: mutual exclusion, FIFO, errors, cancellation of waiters.
import asyncio


async def main():
    lock = asyncio.Lock()
    order = []

    async def user(name, turns):
        for i in range(turns):
            async with lock:
                order.append(f"{name}{i}")
                await asyncio.sleep(0.01)

    await asyncio.gather(user("a", 2), user("b", 2), user("c", 1))
    print(order)
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError:
        print("released after an error:", not lock.locked())

    await lock.acquire()
    waiting = [asyncio.create_task(user(n, 1)) for n in "xyz"]
    await asyncio.sleep(0)
    order.clear()
    waiting[0].cancel()
    await asyncio.sleep(0)
    lock.release()
    await asyncio.gather(*waiting, return_exceptions=True)
    print(order, lock.locked())

    await lock.acquire()
    t = asyncio.create_task(user("late", 1))
    await asyncio.sleep(0)
    lock.release()
    t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    print("free after the woken waiter was cancelled:", not lock.locked())
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)

    await lock.acquire()
    t = asyncio.create_task(user("first in line", 1))
    await asyncio.sleep(0)
    order.clear()
    lock.release()
    print("no barging:", lock.locked())
    await lock.acquire()
    order.append("main")
    lock.release()
    await t
    print(order)


asyncio.run(main())
