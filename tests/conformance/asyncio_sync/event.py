# Event: set, clear, waiters in order.
import asyncio


async def main():
    event = asyncio.Event()
    print(event.is_set())

    async def waiter(name):
        print(name, "waits")
        print(name, await event.wait(), event.is_set())

    tasks = [asyncio.create_task(waiter(n)) for n in "abc"]
    await asyncio.sleep(0.01)
    event.set()
    event.set()
    print("set")
    await asyncio.gather(*tasks)
    print(await event.wait(), "at once")
    event.clear()
    print(event.is_set())

    tasks = [asyncio.create_task(waiter(n)) for n in "de"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    print("set and cleared at once: they still wake")
    await asyncio.gather(*tasks)

    t = asyncio.create_task(waiter("f"))
    g = asyncio.create_task(waiter("g"))
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    event.set()
    await g
    print(t.cancelled())
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.05)
    except TimeoutError:
        print("timeout")

    async def pulse(period, n):
        for _ in range(n):
            await asyncio.sleep(period)
            event.set()

    async def listener():
        seen = 0
        while seen < 3:
            await event.wait()
            event.clear()
            seen += 1
            print("pulse", seen)

    await asyncio.gather(pulse(0.05, 3), listener())


asyncio.run(main())
