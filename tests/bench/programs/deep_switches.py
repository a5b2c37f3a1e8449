async def inner():
    await asyncio.sleep(0)


async def deep(levels):
    if levels:
        await deep(levels - 1)
    else:
        for _ in range(2_000):
            await inner()


async def work():
    await asyncio.gather(*[deep(8) for _ in range(10)])
