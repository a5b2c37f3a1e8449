def nothing():
    pass


async def work():
    loop = asyncio.get_running_loop()
    for _ in range(20):
        handles = [loop.call_later(100 + n % 7, nothing) for n in range(2_000)]
        for handle in handles:
            handle.cancel()
        await asyncio.sleep(0)
