# as_completed: plain iteration, async iteration (3.13), failures, timeout.
import asyncio


async def job(seconds, value, fail=False):
    await asyncio.sleep(seconds)
    if fail:
        raise ValueError(value)
    return value


async def main():
    for next_one in asyncio.as_completed([job(0.15, "c"), job(0.05, "a"), job(0.1, "b")]):
        print(await next_one)

    for next_one in asyncio.as_completed([job(0.1, "bad", True), job(0.05, "good")]):
        try:
            print(await next_one)
        except ValueError as error:
            print("failed:", error)

    tasks = [asyncio.create_task(job(s, v), name=v) for s, v in ((0.1, "x"), (0.05, "y"))]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task.done(), await task, task in tasks)

    print([await c for c in asyncio.as_completed([])])
    pairs = [job(0.05, 1), job(0.1, 2), job(5, 3)]
    try:
        for next_one in asyncio.as_completed(pairs, timeout=0.2):
            print(await next_one)
    except TimeoutError as error:
        print("timeout", error.args)

    try:
        async for task in asyncio.as_completed([job(0.05, "in time"), job(5, "late")], timeout=0.15):
            print(await task)
    except TimeoutError:
        print("timeout again")

    for wrong in (5, job(0, 0)):
        try:
            list(asyncio.as_completed(wrong))
        except TypeError as error:
            print(error)
        if asyncio.iscoroutine(wrong):
            wrong.close()
    t = asyncio.create_task(job(0, "same"))
    print([await c for c in asyncio.as_completed([t, t])])
    first = await next(iter(asyncio.as_completed([job(0.1, "second"), job(0.05, "first")])))
    print(first)
    await asyncio.sleep(0.1)


asyncio.run(main())
