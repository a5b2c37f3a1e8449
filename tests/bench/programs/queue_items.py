async def produce(queue, count):
    for n in range(count):
        await queue.put(n)


async def consume(queue, count):
    total = 0
    for _ in range(count):
        total += await queue.get()
        queue.task_done()
    return total


async def work():
    queue = asyncio.Queue(100)
    _, total = await asyncio.gather(produce(queue, 50_000), consume(queue, 50_000))
    await queue.join()
    assert total == 1_249_975_000
