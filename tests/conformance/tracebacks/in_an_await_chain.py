# The frames of coroutines that await each other.
import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    if n == 2:
        raise ConnectionError(f"no answer from {n}")
    return n


async def fetch_all(numbers):
    return [await fetch(n) for n in numbers]


async def main():
    print(await fetch_all([0, 1]))
    results = await asyncio.gather(fetch_all([3]), fetch_all([1, 2]))
    print(results)


asyncio.run(main())
