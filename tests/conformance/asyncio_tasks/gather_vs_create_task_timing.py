# When coroutines start: await, create_task, gather, TaskGroup, ensure_future.
import asyncio


async def w(name):
    print(f"  {name} runs")
    await asyncio.sleep(0)
    print(f"  {name} ends")
    return name


async def main():
    print("coroutine object")
    c = w("coro")
    print("nothing yet")
    await c
    print("create_task")
    t = asyncio.create_task(w("task"))
    print("nothing yet")
    await asyncio.sleep(0)
    print("after one turn")
    await t
    print("gather")
    g = asyncio.gather(w("g1"), w("g2"))
    print("nothing yet")
    await g
    print("ensure_future")
    f = asyncio.ensure_future(w("ensured"))
    await w("main's own")
    print("f done:", f.done())
    await f
    print("group")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w("tg1"))
        print("body")
        await asyncio.sleep(0)
        print("body after a turn")
        tg.create_task(w("tg2"))
    print("wait_for")
    await asyncio.wait_for(w("wait_for"), 1)
    print("shield")
    await asyncio.shield(w("shield"))
    print("order of awaits does not matter")
    a, b = asyncio.create_task(w("a")), asyncio.create_task(w("b"))
    print(await b, a.done())
    print(await a)


asyncio.run(main())
