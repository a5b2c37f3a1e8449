async def ping(there, back, count):
    for n in range(count):
        await there.put(n)
        await back.get()


async def pong(there, back, count):
    for _ in range(count):
        n = await there.get()
        await back.put(n + 1)


async def work():
    there = asyncio.Queue(1)
    back = asyncio.Queue(1)
    await asyncio.gather(ping(there, back, 5_000), pong(there, back, 5_000))
