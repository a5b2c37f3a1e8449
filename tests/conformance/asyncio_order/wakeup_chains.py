# Tasks that wake each other in chains and circles, without timers.
import asyncio

log = []


async def link(name, before, after, rounds):
    for i in range(rounds):
        await before.wait()
        before.clear()
        log.append(f"{name}{i}")
        after.set()


async def stage(name, source, target):
    async for item in source:
        log.append(f"{name}:{item}")
        await target.put(item + name)
    await target.put(None)


class Source:
    def __init__(self, queue):
        self.queue = queue

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.queue.get()
        if item is None:
            raise StopAsyncIteration
        return item


async def main():
    events = [asyncio.Event() for _ in range(4)]
    tasks = [asyncio.create_task(link(n, events[i], events[(i + 1) % 4], 3)) for i, n in enumerate("abcd")]
    events[0].set()
    await asyncio.gather(*tasks)
    print(" ".join(log))
    log.clear()

    queues = [asyncio.Queue(1) for _ in range(4)]
    stages = [asyncio.create_task(stage(n, Source(queues[i]), queues[i + 1])) for i, n in enumerate("xyz")]

    async def drain():
        return [item async for item in Source(queues[-1])]

    drained = asyncio.create_task(drain())
    for n in "123":
        await queues[0].put(n)
        log.append(f"fed {n}")
    await queues[0].put(None)
    print(await drained)
    print(" ".join(log))
    log.clear()

    futures = [asyncio.get_running_loop().create_future() for _ in range(5)]

    async def relay(i):
        value = await futures[i]
        log.append(value)
        if i + 1 < len(futures):
            futures[i + 1].set_result(value + 1)
        return value

    relays = [asyncio.create_task(relay(i)) for i in reversed(range(5))]
    await asyncio.sleep(0)
    futures[0].set_result(10)
    print(await asyncio.gather(*relays), log)


asyncio.run(main())
