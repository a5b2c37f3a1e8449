# Several tasks, sleeps of zero, futures and events: the exact order.
import asyncio


async def ping(me, you, n):
    for i in range(n):
        await me.wait()
        me.clear()
        print("ping", i)
        you.set()


async def pong(me, you, n):
    for i in range(n):
        await me.wait()
        me.clear()
        print("     pong", i)
        you.set()


async def spinner(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)


async def spawner(depth):
    print("spawner", depth)
    if depth:
        task = asyncio.create_task(spawner(depth - 1))
        await asyncio.sleep(0)
        print("spawner", depth, "slept")
        await task
    print("spawner", depth, "done")


async def main():
    a, b = asyncio.Event(), asyncio.Event()
    t1 = asyncio.create_task(ping(a, b, 3))
    t2 = asyncio.create_task(pong(b, a, 3))
    t3 = asyncio.create_task(spinner("spin", 8))
    a.set()
    await t1
    print("ping is over")
    await t2
    await t3
    await asyncio.gather(spawner(3), spinner("s", 5))


asyncio.run(main())
