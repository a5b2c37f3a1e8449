async def sleeper():
    await asyncio.sleep(3600)


async def work():
    tasks = [asyncio.create_task(sleeper()) for _ in range(100_000)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('memory')
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
