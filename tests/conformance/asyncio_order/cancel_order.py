# When a cancellation arrives, counted in turns.
import asyncio

log = []


async def ticker(n):
    for i in range(n):
        log.append(str(i))
        await asyncio.sleep(0)


async def target(make):
    try:
        await make()
    except asyncio.CancelledError:
        log.append("CANCELLED")
        raise
    finally:
        log.append("finally")


async def scenario(label, make, turns=1):
    log.clear()
    t = asyncio.create_task(target(make))
    tick = asyncio.create_task(ticker(8))
    for _ in range(turns):
        await asyncio.sleep(0)
    log.append("cancel()")
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        log.append("main sees it")
    await tick
    print(f"{label:16}", " ".join(log))


async def nested():
    await asyncio.create_task(asyncio.sleep(10))


async def locked():
    lock = asyncio.Lock()
    await lock.acquire()
    await lock.acquire()


async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(target(lambda: asyncio.sleep(10)))


async def main():
    await scenario("sleep", lambda: asyncio.sleep(10))
    await scenario("sleep, 3 turns", lambda: asyncio.sleep(10), 3)
    await scenario("not started", lambda: asyncio.sleep(10), 0)
    await scenario("task", nested, 2)
    await scenario("gather", lambda: asyncio.gather(asyncio.sleep(9), asyncio.sleep(10)), 2)
    await scenario("shield", lambda: asyncio.shield(asyncio.sleep(0.01)), 2)
    await scenario("wait_for", lambda: asyncio.wait_for(asyncio.sleep(10), 5))
    await scenario("lock", locked)
    await scenario("queue", lambda: asyncio.Queue().get())
    await scenario("event", lambda: asyncio.Event().wait())
    await scenario("group", group, 3)


asyncio.run(main())
