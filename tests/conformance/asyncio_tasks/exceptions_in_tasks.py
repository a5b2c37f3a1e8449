# An exception waits in its task until someone asks; it can be asked many times.
import asyncio


class Custom(Exception):
    pass


async def fail(after, error):
    await asyncio.sleep(after)
    raise error


async def main():
    task = asyncio.create_task(fail(0, Custom("c")))
    await asyncio.sleep(0.02)
    print(task.done(), "and main still runs")
    for _ in range(2):
        try:
            await task
        except Custom as error:
            print("await raises", repr(error), error is task.exception())

    try:
        await asyncio.create_task(fail(0, StopIteration(5)))
    except RuntimeError as error:
        print(error, repr(error.__cause__))

    async def chained():
        try:
            await fail(0, KeyError("inner"))
        except KeyError as error:
            raise ValueError("outer") from error

    try:
        await asyncio.create_task(chained())
    except ValueError as error:
        print(repr(error), repr(error.__cause__))

    async def replaced():
        try:
            await fail(0, KeyError("first"))
        finally:
            raise ValueError("second")

    try:
        await asyncio.create_task(replaced())
    except ValueError as error:
        print(repr(error), repr(error.__context__), error.__cause__)

    async def swallowed():
        try:
            await fail(0, KeyError("lost"))
        finally:
            return "finally wins"

    print(await asyncio.create_task(swallowed()))
    seen = []
    watched = asyncio.create_task(fail(0, Custom("watched")))
    watched.add_done_callback(lambda t: seen.append(repr(t.exception())))
    await asyncio.sleep(0.02)
    print(seen)


asyncio.run(main())
