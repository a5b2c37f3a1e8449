# Helpers for asynchronous iterators: enumerate, zip, merge, take, chunks.
import asyncio
from contextlib import aclosing


async def ticker(name, delay, count):
    try:
        for n in range(count):
            await asyncio.sleep(delay)
            yield f"{name}{n}"
    finally:
        print("closed", name)


async def aenumerate(items, start=0):
    n = start
    async for item in items:
        yield n, item
        n += 1


async def azip(*iterators):
    iterators = [aiter(i) for i in iterators]
    while True:
        try:
            yield tuple([await anext(i) for i in iterators])
        except StopAsyncIteration:
            return


async def merge(*iterators):
    queue = asyncio.Queue()

    async def pump(iterator):
        async for item in iterator:
            queue.put_nowait((True, item))
        queue.put_nowait((False, None))

    async with asyncio.TaskGroup() as group:
        for iterator in iterators:
            group.create_task(pump(iterator))
        alive = len(iterators)
        while alive:
            more, item = await queue.get()
            if more:
                yield item
            else:
                alive -= 1


async def chunks(items, size):
    chunk = []
    async for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


async def main():
    print([pair async for pair in aenumerate(ticker("a", 0.01, 3), 1)])
    print([pair async for pair in azip(ticker("b", 0.01, 2), ticker("c", 0.02, 5))])
    print([item async for item in merge(ticker("x", 0.1, 3), ticker("y", 0.16, 2))])
    print([chunk async for chunk in chunks(ticker("d", 0, 5), 2)])
    async with aclosing(ticker("e", 0.01, 100)) as stream:
        print(await anext(stream), await anext(stream))
    print(await anext(ticker("f", 0, 0), "nothing"))


asyncio.run(main())
