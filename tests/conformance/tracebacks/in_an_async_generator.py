# An error inside an async generator that is used in an async comprehension.
import asyncio


async def ticks(count):
    for n in range(count):
        await asyncio.sleep(0)
        yield 10 // (2 - n)


async def main():
    async for tick in ticks(2):
        print(tick)
    print([tick async for tick in ticks(4)])


asyncio.run(main())
