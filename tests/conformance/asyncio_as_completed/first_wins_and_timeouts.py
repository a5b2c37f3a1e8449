# as_completed: the order of finishing, errors, a timeout, stopping early.
import asyncio


async def fetch(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ConnectionError(name)
    return name


async def main():
    jobs = [fetch("slow", 0.3), fetch("fast", 0.1), fetch("middle", 0.2, fail=True)]
    for future in asyncio.as_completed(jobs):
        try:
            print(await future)
        except ConnectionError as error:
            print("failed", error)
    tasks = [asyncio.create_task(fetch(f"t{n}", n / 10), name=f"t{n}") for n in (1, 3)]
    try:
        for future in asyncio.as_completed(tasks, timeout=0.2):
            print("got", await future)
    except TimeoutError:
        print("timeout", [t.done() for t in tasks])
    print(await tasks[1])
    tasks = [asyncio.create_task(fetch(n, d)) for n, d in (("a", 0.2), ("b", 0.1), ("c", 0.3))]
    first = await next(asyncio.as_completed(tasks))
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(first, [type(r).__name__ for r in results])
    print([await f for f in asyncio.as_completed([])])
    async for task in asyncio.as_completed([asyncio.create_task(fetch("x", 0.02), name="X"), asyncio.create_task(fetch("y", 0.01), name="Y")]):
        print(task.get_name(), task.result(), task.done())
    try:
        asyncio.as_completed(fetch)
    except TypeError as error:
        print(str(error).split(",")[0])


asyncio.run(main())
