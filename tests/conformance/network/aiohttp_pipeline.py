# Producers fetch lists of work, consumers process each item over HTTP; the queue between them is short.
import asyncio

import aiohttp

URL = "https://mock.loopscope"
STOP = object()


async def produce(session, queue, name, count):
    for number in range(count):
        async with session.get(f"{URL}/delay/0.1", params={"item": f"{name}{number}"}) as response:
            item = (await response.json())["args"]["item"]
        await queue.put(item)


async def consume(session, queue, results):
    while (item := await queue.get()) is not STOP:
        async with session.post(f"{URL}/post", json={"item": item}) as response:
            results.append((await response.json())["json"]["item"].upper())
        await asyncio.sleep(0.15)


async def main():
    queue = asyncio.Queue(maxsize=2)
    results = []
    async with aiohttp.ClientSession() as session:
        async with asyncio.TaskGroup() as consumers:
            for _ in range(3):
                consumers.create_task(consume(session, queue, results))
            async with asyncio.TaskGroup() as producers:
                producers.create_task(produce(session, queue, "a", 4))
                producers.create_task(produce(session, queue, "b", 3))
            for _ in range(3):
                await queue.put(STOP)
    print(sorted(results), queue.empty())


asyncio.run(main())
