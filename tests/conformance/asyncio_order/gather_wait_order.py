# When gather, wait, shield and as_completed wake their callers.
import asyncio

log = []


async def child(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    log.append(name)
    return name


async def ticker():
    for i in range(9):
        log.append(str(i))
        await asyncio.sleep(0)


async def scenario(label, work):
    log.clear()
    t = asyncio.create_task(ticker())
    await work()
    log.append("BACK")
    await t
    print(f"{label:22}", " ".join(log))


async def with_wait(**kw):
    tasks = [asyncio.create_task(child(n, k)) for n, k in (("a", 2), ("b", 0), ("c", 1))]
    await asyncio.wait(tasks, **kw)


async def with_as_completed():
    for c in asyncio.as_completed([child("a", 4), child("b", 0), child("c", 2)]):
        await c
        log.append("next")


async def with_group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child("a", 1))
        log.append("body")


async def with_timeout():
    async with asyncio.timeout(10):
        await child("a", 2)


async def main():
    await scenario("gather 0 turns", lambda: asyncio.gather(child("a", 0), child("b", 0)))
    await scenario("gather mixed", lambda: asyncio.gather(child("a", 2), child("b", 0), child("c", 1)))
    await scenario("nested gather", lambda: asyncio.gather(asyncio.gather(child("a", 0)), child("b", 0)))
    await scenario("wait all", with_wait)
    await scenario("wait first", lambda: with_wait(return_when=asyncio.FIRST_COMPLETED))
    await scenario("as_completed", with_as_completed)
    await scenario("shield", lambda: asyncio.shield(child("a", 1)))
    await scenario("shield of shield", lambda: asyncio.shield(asyncio.shield(child("a", 1))))
    await scenario("wait_for", lambda: asyncio.wait_for(child("a", 1), 5))
    await scenario("wait_for a task", lambda: asyncio.wait_for(asyncio.create_task(child("a", 1)), 5))
    await scenario("group", with_group)
    await scenario("timeout", with_timeout)


asyncio.run(main())
