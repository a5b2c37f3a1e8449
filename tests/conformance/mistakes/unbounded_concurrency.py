# A hundred requests at once; a semaphore lets five through at a time.
import asyncio

running = most = 0


async def request(n, limit=None):
    global running, most
    if limit is not None:
        async with limit:
            return await request(n)
    running += 1
    most = max(most, running)
    await asyncio.sleep(0.01)
    running -= 1
    return n


async def main():
    global most
    results = await asyncio.gather(*(request(n) for n in range(100)))
    print(len(results), "results,", most, "at once")
    most = 0
    limit = asyncio.Semaphore(5)
    results = await asyncio.gather(*(request(n, limit) for n in range(100)))
    print(results == list(range(100)), most, "at once")


asyncio.run(main())
