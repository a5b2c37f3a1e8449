# Conditions: predicates, notify of some and of all, a shared lock, cancellation while waiting for the lock.
import asyncio


async def main():
    condition = asyncio.Condition()
    box = []

    async def take(name):
        async with condition:
            await condition.wait_for(lambda: box)
            print(name, "takes", box.pop(0))

    takers = [asyncio.create_task(take(name)) for name in "abc"]
    await asyncio.sleep(0)
    async with condition:
        box.append(1)
        condition.notify(1)
    await asyncio.sleep(0)
    async with condition:
        box.extend([2, 3])
        condition.notify_all()
    await asyncio.gather(*takers)

    async def wait(name):
        async with condition:
            try:
                await condition.wait()
                print(name, "notified")
            except asyncio.CancelledError:
                print(name, "cancelled, lock held:", condition.locked())
                raise

    waiters = [asyncio.create_task(wait(name)) for name in "de"]
    await asyncio.sleep(0)
    await condition.acquire()
    condition.notify(1)
    waiters[0].cancel()
    await asyncio.sleep(0)
    print("released")
    condition.release()
    await asyncio.wait(waiters, timeout=0.1)
    print([waiter.cancelled() for waiter in waiters], [waiter.done() for waiter in waiters])

    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)

    lock = asyncio.Lock()
    one, two = asyncio.Condition(lock), asyncio.Condition(lock)
    async with one:
        print(one.locked(), two.locked(), lock.locked())
    async with asyncio.timeout(0.05):
        async with two:
            try:
                await two.wait()
            finally:
                print("timed out, locked:", two.locked())


try:
    asyncio.run(main())
except TimeoutError:
    print("TimeoutError")
