# call_soon, futures, tasks: who comes first in one iteration.
import asyncio

log = []


async def main():
    loop = asyncio.get_running_loop()

    async def task(name, future=None):
        log.append(f"{name} starts")
        if future:
            await future
        log.append(f"{name} ends")

    f = loop.create_future()
    f.add_done_callback(lambda _: log.append("callback 1"))
    a = asyncio.create_task(task("a", f))
    loop.call_soon(log.append, "soon 1")
    b = asyncio.create_task(task("b", f))
    loop.call_soon(f.set_result, None)
    loop.call_soon(log.append, "soon 2")
    f.add_done_callback(lambda _: log.append("callback 2"))
    a.add_done_callback(lambda _: log.append("a done"))
    await asyncio.wait([a, b])
    print(log)
    log.clear()

    g = loop.create_future()
    chain = [g]
    for i in range(3):
        nxt = loop.create_future()
        chain[-1].add_done_callback(lambda _, n=nxt, i=i: (log.append(i), n.set_result(i)))
        chain.append(nxt)
    loop.call_soon(g.set_result, "go")
    tick = asyncio.create_task(ticks())
    log.append(await chain[-1])
    await tick
    print(log)
    log.clear()

    done = loop.create_future()
    done.set_result("done")
    t = asyncio.create_task(awaits(done))
    loop.call_soon(log.append, "soon")
    await t
    print(log)


async def ticks():
    for i in range(6):
        log.append(f"t{i}")
        await asyncio.sleep(0)


async def awaits(future):
    log.append("before")
    log.append(await future)
    log.append(await future)
    log.append("after")


asyncio.run(main())
