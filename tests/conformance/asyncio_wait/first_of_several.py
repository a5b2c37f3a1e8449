# wait with FIRST_COMPLETED in a loop: taking results as they come, adding new tasks.
import asyncio


async def job(n):
    await asyncio.sleep(n / 10)
    if n == 3:
        raise ValueError("three")
    return n


async def main():
    pending = {asyncio.create_task(job(n), name=f"job{n}") for n in (3, 1, 4)}
    added = iter((6, 5))
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            print(task.get_name(), "failed" if task.exception() else task.result(), len(pending))
            if (n := next(added, None)) is not None:
                pending.add(asyncio.create_task(job(n), name=f"added{n}"))
    done, pending = await asyncio.wait([asyncio.create_task(job(9))], timeout=0.1)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    done, pending = await asyncio.wait(pending)
    print([t.cancelled() for t in done], pending)
    for bad in ([], [job(1)], job(1)):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        for c in bad if isinstance(bad, list) else [bad]:
            c.close()


asyncio.run(main())
