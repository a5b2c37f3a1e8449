async def worker(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def work():
    await asyncio.gather(*[worker(20_000) for _ in range(10)])
