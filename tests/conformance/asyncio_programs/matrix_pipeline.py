# Stages connected by bounded queues, with sentinels and back pressure.
import asyncio

DONE = object()


async def stage(name, function, source, target, log):
    while (item := await source.get()) is not DONE:
        result = function(item)
        log.append((name, item))
        if result is not None:
            await target.put(result)
    await target.put(DONE)


async def main():
    log = []
    q = [asyncio.Queue(2) for _ in range(4)]
    stages = [
        ("square", lambda n: n * n),
        ("odd", lambda n: n if n % 2 else None),
        ("text", lambda n: f"<{n}>"),
    ]
    async with asyncio.TaskGroup() as tg:
        for i, (name, f) in enumerate(stages):
            tg.create_task(stage(name, f, q[i], q[i + 1], log))

        async def feed():
            for n in range(6):
                await q[0].put(n)
            await q[0].put(DONE)

        tg.create_task(feed())
        results = []
        while (r := await q[-1].get()) is not DONE:
            results.append(r)
    print(results)
    print(len(log), [sum(1 for n, _ in log if n == name) for name, _ in stages])
    print(log[:6])


asyncio.run(main())
