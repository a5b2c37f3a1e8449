# A task that never awaits starves the others; sleep(0) lets them in.
import asyncio


async def greedy(n, polite):
    for i in range(n):
        if polite:
            await asyncio.sleep(0)
    print("greedy done")


async def other():
    for i in range(3):
        print("other", i)
        await asyncio.sleep(0)


async def main():
    for polite in (False, True):
        print("polite", polite)
        await asyncio.gather(greedy(10, polite), other())

    async def await_without_suspending():
        for _ in range(5):
            await asyncio.sleep(0) if False else await nothing()
        print("awaiting coroutines that never suspend starves too")

    async def nothing():
        return None

    await asyncio.gather(await_without_suspending(), other())


asyncio.run(main())
