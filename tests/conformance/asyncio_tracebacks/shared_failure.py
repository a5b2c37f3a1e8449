"""One exception object that several tasks get from one future: each sees its own way to it, not the others'."""
import asyncio
import traceback


def raised(text):
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


async def reads(name, future):
    try:
        await future
    except ValueError:
        print(f"-- {name}")
        print(traceback.format_exc(), end="")


async def deep(name, future):
    await reads(name, future)


def lines(error):
    return [f"{frame.name}:{frame.line}" for frame in traceback.extract_tb(error.__traceback__)]


async def fails(text):
    await asyncio.sleep(0)
    raise KeyError(text)


async def main():
    loop = asyncio.get_running_loop()

    # Set to fail with an exception that was never raised, with one that was, and awaited when already done.
    for make in (ValueError, raised):
        future = loop.create_future()
        tasks = [asyncio.create_task(reads("first", future)), asyncio.create_task(deep("second", future))]
        await asyncio.sleep(0)
        future.set_exception(make("shared"))
        await asyncio.gather(*tasks)
        await reads("late", future)

    # A task's failure: the first awaiter gets where it came from, the next one no more.
    task = asyncio.create_task(fails("a task"))
    for turn in range(3):
        try:
            await task
        except KeyError as error:
            print("awaited", turn, lines(error))
    print("exception()", lines(task.exception()))
    for turn in range(2):
        try:
            task.result()
        except KeyError as error:
            print("result()", turn, lines(error))

    # What has looked with exception() has not taken the traceback.
    task = asyncio.create_task(fails("looked at"))
    await asyncio.wait([task])
    print("exception()", lines(task.exception()))
    print("exception()", lines(task.exception()))
    try:
        task.result()
    except KeyError as error:
        print("result()", lines(error))

    # gather and shield hand on the same object.
    task = asyncio.create_task(fails("handed on"))
    both = await asyncio.gather(asyncio.gather(task, asyncio.shield(task), return_exceptions=True), asyncio.wait([task]))
    (one, other), _ = both
    print(one is other, lines(one))
    try:
        await asyncio.gather(task, task)
    except KeyError as error:
        print("gathered", error is one, lines(error))
    try:
        await asyncio.shield(task)
    except KeyError as error:
        print("shielded", error is one, lines(error))

    # Groups keep what they were given.
    future = loop.create_future()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(deep("in a group", future))
            for name in "ab":
                group.create_task(awaits(future), name=name)
            await asyncio.sleep(0)
            future.set_exception(OSError("for the group"))
    except* OSError as group:
        for error in group.exceptions:
            print("in the group", lines(error))


async def awaits(future):
    return await future


asyncio.run(main())
