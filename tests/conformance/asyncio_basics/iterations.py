# How many loop iterations common operations take (a ticker counts them).
import asyncio


async def nothing():
    return 1


async def sleeps():
    await asyncio.sleep(0)


async def measure(name, make):
    ticks = 0
    running = True

    def tick():
        nonlocal ticks
        if running:
            ticks += 1
            loop.call_soon(tick)

    loop = asyncio.get_running_loop()
    loop.call_soon(tick)
    await make()
    running = False
    print(f"{name}: {ticks}")
    await asyncio.sleep(0)


async def group(n):
    async with asyncio.TaskGroup() as tg:
        for _ in range(n):
            tg.create_task(nothing())


async def soon():
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(f.set_result, 1)
    await f


async def create():
    await asyncio.create_task(nothing())


async def locked():
    async with asyncio.Lock():
        pass


async def get():
    q = asyncio.Queue()
    q.put_nowait(1)
    await q.get()


async def completed():
    for c in asyncio.as_completed([nothing()]):
        await c


async def wait():
    await asyncio.wait([asyncio.create_task(nothing())])


async def timeout():
    async with asyncio.timeout(1):
        await nothing()


async def main():
    await measure("await a coroutine", nothing)
    await measure("sleep(0)", sleeps)
    await measure("create_task and await", create)
    await measure("future set by call_soon", soon)
    await measure("gather of none", lambda: asyncio.gather())
    await measure("gather of one", lambda: asyncio.gather(nothing()))
    await measure("gather of three", lambda: asyncio.gather(nothing(), nothing(), nothing()))
    await measure("gather of sleep(0)", lambda: asyncio.gather(sleeps(), sleeps()))
    await measure("empty TaskGroup", lambda: group(0))
    await measure("TaskGroup of two", lambda: group(2))
    await measure("shield", lambda: asyncio.shield(nothing()))
    await measure("wait", wait)
    await measure("as_completed", completed)
    await measure("wait_for", lambda: asyncio.wait_for(nothing(), 1))
    await measure("wait_for without limit", lambda: asyncio.wait_for(nothing(), None))
    await measure("timeout", timeout)
    await measure("free lock", locked)
    await measure("queue with an item", get)


asyncio.run(main())
