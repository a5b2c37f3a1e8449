# Awaiting one coroutine after the other takes the sum of their times; tasks take the longest.
import asyncio
import time


async def fetch(name, seconds):
    print(name, "begins")
    await asyncio.sleep(seconds)
    print(name, "ends")
    return name


async def main():
    started = time.perf_counter()
    a = await fetch("a", 0.1)
    b = await fetch("b", 0.2)
    print([a, b], round(time.perf_counter() - started, 1))
    started = time.perf_counter()
    first, second = asyncio.create_task(fetch("a", 0.1)), asyncio.create_task(fetch("b", 0.2))
    print([await first, await second], round(time.perf_counter() - started, 1))


asyncio.run(main())
