async def work():
    await asyncio.gather(*[asyncio.sleep(0.001) for _ in range(20_000)])
