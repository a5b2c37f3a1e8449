# __await__ as a generator, as an iterator class, by delegation; types of yields.
import asyncio


class AsGenerator:
    def __await__(self):
        x = yield from asyncio.sleep(0, "slept").__await__()
        return x + " generator"


class AsIterator:
    class Iterator:
        def __init__(self):
            self.n = 0

        def __iter__(self):
            return self

        def __next__(self):
            self.n += 1
            if self.n < 3:
                return None
            raise StopIteration("iterator result")

    def __await__(self):
        return self.Iterator()


class Delegates:
    def __init__(self, other):
        self.other = other

    def __await__(self):
        return self.other.__await__()


class Lazy:
    """Computes once, however often it is awaited."""

    def __init__(self, factory):
        self.factory = factory
        self.task = None

    def __await__(self):
        if self.task is None:
            self.task = asyncio.ensure_future(self.factory())
        return self.task.__await__()


async def compute():
    print("computing")
    await asyncio.sleep(0.01)
    return 42


async def main():
    print(await AsGenerator())
    print(await AsIterator())
    print(await Delegates(AsIterator()))

    async def coro():
        return "coroutine"

    print(await Delegates(coro()))
    lazy = Lazy(compute)
    print(await lazy, await lazy, await asyncio.gather(lazy, lazy))
    print(await asyncio.wait_for(AsIterator(), 1))
    print(await asyncio.shield(AsGenerator()))
    task = asyncio.ensure_future(AsIterator())
    print(type(task).__name__, await task)

    class Mixed:
        async def run(self):
            return await self

        def __await__(self):
            yield
            return "mixed"

    print(await Mixed().run(), await asyncio.gather(Mixed(), Mixed()))


asyncio.run(main())
