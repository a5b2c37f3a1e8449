# gather: results by position, duplicates, nesting, futures and coroutines mixed.
import asyncio


async def after(seconds, value):
    await asyncio.sleep(seconds)
    print("done", value)
    return value


async def main():
    print(await asyncio.gather(after(0.15, "a"), after(0.05, "b"), after(0.1, "c")))
    print(await asyncio.gather())
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.05, future.set_result, "F")
    task = asyncio.create_task(after(0.1, "T"))
    print(await asyncio.gather(future, task, after(0, "C")))
    same = after(0.01, "same")
    print(await asyncio.gather(same, same))
    t = asyncio.create_task(after(0.01, "twice"))
    print(await asyncio.gather(t, t, t))
    print(await asyncio.gather(asyncio.gather(after(0.1, 1), after(0.05, 2)), asyncio.gather(after(0.01, 3))))
    g = asyncio.gather(after(0.01, "x"), after(0.02, "y"))
    print(type(g).__name__, g.done())
    print(await g, g.done())
    print(await asyncio.gather(*[asyncio.sleep(0, i) for i in range(6)]))

    class Awaitable:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "custom"

    print(await asyncio.gather(Awaitable(), after(0, "z")))
    for wrong in (5, None):
        try:
            await asyncio.gather(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
