# ensure_future, isfuture, iscoroutine, wrap of awaitables, gather of futures.
import asyncio


async def coro(x):
    await asyncio.sleep(0)
    return x


class Awaitable:
    def __await__(self):
        return (yield from coro("awaitable").__await__())


async def main():
    t = asyncio.ensure_future(coro(1))
    print(type(t).__name__, asyncio.ensure_future(t) is t, await t)
    w = asyncio.ensure_future(Awaitable())
    print(type(w).__name__, await w)
    f = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(f) is f, asyncio.isfuture(f), asyncio.isfuture(t), asyncio.isfuture(5), asyncio.isfuture(coro))
    c = coro(2)
    print(asyncio.iscoroutine(c), asyncio.iscoroutine(coro), asyncio.iscoroutine(t), asyncio.iscoroutinefunction(coro))
    print(await c)
    for wrong in (5, "x", None, coro):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    f.set_result("F")
    print(await asyncio.gather(f, coro(3), Awaitable()))
    loop = asyncio.get_running_loop()
    late = loop.create_future()
    loop.call_later(0.01, lambda: late.set_result("late") if not late.done() else None)
    print(await asyncio.wait_for(late, 1), late.result())

    def set_twice(f):
        if not f.done():
            f.set_result(1)

    g = loop.create_future()
    loop.call_soon(set_twice, g)
    loop.call_soon(set_twice, g)
    print(await g)
    print(await asyncio.sleep(0.01, g), isinstance(g, asyncio.Future), issubclass(asyncio.Task, asyncio.Future))


asyncio.run(main())
