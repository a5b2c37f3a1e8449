# Queues between three stages, ended with sentinels; backpressure by a small maxsize.
import asyncio

END = object()


async def produce(queue, items):
    for item in items:
        await queue.put(item)
        print(f"put {item} ({queue.qsize()})")
    await queue.put(END)


async def transform(source, target, function):
    while (item := await source.get()) is not END:
        await asyncio.sleep(0.01)
        await target.put(function(item))
    await target.put(END)


async def collect(queue):
    result = []
    while (item := await queue.get()) is not END:
        result.append(item)
    return result


async def main():
    first, second = asyncio.Queue(2), asyncio.Queue(1)
    _, _, result = await asyncio.gather(produce(first, range(5)), transform(first, second, lambda n: n * n), collect(second))
    print(result, first.empty(), second.empty())
    for work in (first.get_nowait, lambda: [second.put_nowait(n) for n in "ab"], first.task_done):
        try:
            for _ in range(9):
                work()
        except (asyncio.QueueEmpty, asyncio.QueueFull, ValueError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
