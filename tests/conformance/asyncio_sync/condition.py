# Condition: notify, notify_all, wait_for, errors.
import asyncio


async def main():
    condition = asyncio.Condition()
    state = []

    async def consumer(name):
        async with condition:
            while not state:
                print(name, "waits")
                await condition.wait()
            print(name, "takes", state.pop(0))

    tasks = [asyncio.create_task(consumer(n)) for n in "abc"]
    await asyncio.sleep(0.01)
    async with condition:
        state.append(1)
        condition.notify()
        print("notified one")
    await asyncio.sleep(0.01)
    async with condition:
        state.extend([2, 3])
        condition.notify_all()
        print("notified all")
    await asyncio.gather(*tasks)

    async def until(limit):
        async with condition:
            value = await condition.wait_for(lambda: len(state) >= limit and sum(state))
            print("wait_for", limit, "->", value)

    tasks = [asyncio.create_task(until(n)) for n in (2, 1, 3)]
    await asyncio.sleep(0)
    for i in range(3):
        async with condition:
            state.append(10 * (i + 1))
            condition.notify_all()
        await asyncio.sleep(0.01)
    await asyncio.gather(*tasks)

    for work in (condition.notify, condition.notify_all):
        try:
            work()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    async with condition:
        print(condition.locked())
        try:
            await asyncio.wait_for(condition.wait(), 0.05)
        except TimeoutError:
            print("timed out, lock held again:", condition.locked())
        condition.notify(5)
    print(condition.locked())
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print(shared.locked())


asyncio.run(main())
