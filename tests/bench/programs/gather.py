async def double(n):
    await asyncio.sleep(0)
    return 2 * n


async def work():
    for _ in range(10):
        results = await asyncio.gather(*[double(n) for n in range(1_000)])
    assert sum(results) == 999_000
