# Groups that grow, collect results, limit work, nest in functions, and except* by type.
import asyncio


async def square(n):
    await asyncio.sleep(0)
    if n == 13:
        raise ValueError("unlucky")
    if n < 0:
        raise TypeError("negative")
    return n * n


async def map_group(items):
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(square(i)) for i in items]
    return [t.result() for t in tasks]


async def explore(tg, graph, node, seen):
    if node in seen:
        return
    seen.append(node)
    await asyncio.sleep(0)
    for other in graph.get(node, ()):
        tg.create_task(explore(tg, graph, other, seen))


async def attempt(items):
    try:
        print(await map_group(items))
    except* ValueError as group:
        print("value errors", [str(e) for e in group.exceptions])
    except* TypeError as group:
        print("type errors", [str(e) for e in group.exceptions])
    else:
        print("all well")
    finally:
        print("finally")


async def main():
    await attempt([1, 2, 3])
    await attempt([1, 13, 3])
    await attempt([-1])
    await attempt([13, -1])
    seen = []
    async with asyncio.TaskGroup() as tg:
        tg.create_task(explore(tg, {"a": "bc", "b": "d", "c": "de", "e": "a"}, "a", seen))
    print(seen)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(0))
            raise SystemError("body only")
    except ExceptionGroup as group:
        print(group, group.exceptions)

    async def producer(tg, n):
        if n:
            await asyncio.sleep(0)
            print("spawn", n)
            tg.create_task(producer(tg, n - 1))

    async with asyncio.TaskGroup() as tg:
        tg.create_task(producer(tg, 3))
        print("body")
    print("after")
    results = []
    async with asyncio.TaskGroup() as tg:
        for i in range(3):
            tg.create_task(square(i)).add_done_callback(lambda t: results.append(t.result()))
    print(results)

    async def deep(n):
        async with asyncio.TaskGroup() as tg:
            if n:
                tg.create_task(deep(n - 1))
            else:
                raise LookupError("bottom")

    try:
        await deep(3)
    except ExceptionGroup as group:
        depth = 0
        error = group
        while isinstance(error, ExceptionGroup):
            depth, error = depth + 1, error.exceptions[0]
        print(depth, repr(error))
        print(repr(group.split(LookupError)[1]), len(str(group)))


asyncio.run(main())
