async def worker(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def main():
    started = now()
    await asyncio.gather(*[worker(SWITCHES // 10) for _ in range(10)])
    print((now() - started) * 1000)
