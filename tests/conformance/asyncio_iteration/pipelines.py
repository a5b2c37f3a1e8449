# Async generators joined to pipelines; early exit and clean-up.
import asyncio
from contextlib import aclosing


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.01)
            yield i
    finally:
        print("numbers closed")


async def squares(source):
    try:
        async for x in source:
            yield x * x
    finally:
        print("squares closed")


async def pairs(source):
    previous = None
    async for x in source:
        if previous is not None:
            yield previous, x
        previous = x


async def merge(*sources):
    queue = asyncio.Queue()

    async def pump(source):
        async for item in source:
            await queue.put(item)
        await queue.put(None)

    tasks = [asyncio.create_task(pump(s)) for s in sources]
    open_sources = len(tasks)
    while open_sources:
        item = await queue.get()
        if item is None:
            open_sources -= 1
        else:
            yield item


async def labelled(label, period, n):
    for i in range(n):
        await asyncio.sleep(period)
        yield f"{label}{i}"


async def main():
    async for x in squares(numbers(4)):
        print(x)
    print([p async for p in pairs(squares(numbers(4)))])
    async with aclosing(squares(numbers(100))) as gen:
        async for x in gen:
            if x > 4:
                break
    print("left early")
    print([x async for x in merge(labelled("a", 0.06, 3), labelled("b", 0.15, 1))])
    total = 0
    async for x in numbers(5):
        total += x
    print(total)


asyncio.run(main())
