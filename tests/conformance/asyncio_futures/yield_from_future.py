# __await__ of a future yields the future itself; a foreign driver sees it.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    it = f.__await__()
    first = next(it)
    print(first is f, type(it).__name__)
    f.set_result("done")
    try:
        next(it)
    except StopIteration as stop:
        print(stop.value)

    async def waits(future):
        return await future

    g = loop.create_future()
    c = waits(g)
    print(c.send(None) is g)
    g.set_result(5)
    try:
        c.send(None)
    except StopIteration as stop:
        print(stop.value)

    class Yields:
        def __init__(self, value):
            self.value = value

        def __await__(self):
            return (yield self.value)

    for wrong in (5, "text", [1], asyncio):
        async def bad():
            await Yields(wrong)

        try:
            await asyncio.create_task(bad())
        except RuntimeError as error:
            print(str(error).split("<Task")[0].split("<module")[0])
    print(await Yields(None))
    h = loop.create_future()

    async def without_await():
        try:
            await Yields(h)
        except RuntimeError as error:
            print("got", str(error)[:17])

    await without_await()
    for work in (lambda: iter(h), lambda: next(iter(h))):
        print(type(work()).__name__)


asyncio.run(main())
