# wait(): what it returns when, and what it does not do.
import asyncio


async def work(n, fail=False):
    await asyncio.sleep(0.05 * n)
    if fail:
        raise ValueError(n)
    return n


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    def start(*arguments):
        return [asyncio.create_task(work(n, fail), name=f"{n}{'!' * fail}") for n, fail in arguments]

    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = start((1, False), (2, True), (3, False))
        done, pending = await asyncio.wait(tasks, return_when=mode)
        print(mode, names(done), names(pending))
        await asyncio.wait(tasks)
        for task in done | pending:
            task.exception()
    tasks = start((1, False), (20, False))
    done, pending = await asyncio.wait(tasks, timeout=0.12)
    print("timeout:", names(done), names(pending))
    done, pending = await asyncio.wait(tasks, timeout=0)
    print("no time:", names(done), names(pending))
    waiting = asyncio.create_task(asyncio.wait(pending))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("wait cancelled, the task not:", next(iter(pending)).cancelled())
    for task in pending:
        task.cancel()
    done, _ = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    print([task.cancelled() for task in done])
    first, second = start((1, False), (2, False))
    done, pending = await asyncio.wait([first, first, second], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait((task for task in [first, second]))
    print(names(done), pending)
    cancelled = start((5, False))[0]
    others = start((1, False))
    cancelled.cancel()
    done, pending = await asyncio.wait([cancelled, *others], return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    for wrong in ({"return_when": "SOMETIMES"},):
        try:
            await asyncio.wait(others, **wrong)
        except ValueError as error:
            print(error)


asyncio.run(main())
