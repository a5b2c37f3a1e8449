# What can be awaited and what cannot.
import asyncio


async def coro(value):
    return value


class Awaitable:
    def __await__(self):
        return iter([])


class ReturnsInt:
    def __await__(self):
        return 5


class ReturnsCoroutine:
    def __await__(self):
        return coro(1)


async def attempt(thing):
    try:
        print("value:", await thing)
    except Exception as error:
        print(type(error).__name__, "|", error)


async def main():
    await attempt(coro("coroutine"))
    await attempt(asyncio.create_task(coro("task")))
    future = asyncio.get_running_loop().create_future()
    future.set_result("future")
    await attempt(future)
    await attempt(Awaitable())
    await attempt(ReturnsInt())
    await attempt(ReturnsCoroutine())
    for thing in (5, None, "text", [1], (i for i in "ab"), coro, lambda: 0, object):
        await attempt(thing)
    used = coro("once")
    await attempt(used)
    await attempt(used)
    done = asyncio.create_task(coro("again and again"))
    await attempt(done)
    await attempt(done)


asyncio.run(main())
