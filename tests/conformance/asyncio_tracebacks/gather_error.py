# A failure inside gather leaves main.
import asyncio


async def load(n):
    await asyncio.sleep(0.01 * n)
    return {"value": n}["valeu"]


async def main():
    results = await asyncio.gather(load(1), load(20))
    print(results)


asyncio.run(main())
