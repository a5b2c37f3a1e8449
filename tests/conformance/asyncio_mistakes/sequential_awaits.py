# Awaiting one after the other takes the sum; tasks take the maximum.
import asyncio


async def step(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def timed(label, work):
    loop = asyncio.get_running_loop()
    start = loop.time()
    result = await work()
    print(f"{label}: {result} in about {loop.time() - start:.1f} s")


async def sequential():
    return [await step("a", 0.2), await step("b", 0.3), await step("c", 0.1)]


async def still_sequential():
    coroutines = [step("a", 0.2), step("b", 0.3), step("c", 0.1)]
    return [await c for c in coroutines]


async def concurrent():
    tasks = [asyncio.create_task(step(n, s)) for n, s in (("a", 0.2), ("b", 0.3), ("c", 0.1))]
    return [await t for t in tasks]


async def gathered():
    return await asyncio.gather(step("a", 0.2), step("b", 0.3), step("c", 0.1))


async def main():
    await timed("sequential", sequential)
    await timed("coroutines in a list", still_sequential)
    await timed("tasks", concurrent)
    await timed("gather", gathered)


asyncio.run(main())
