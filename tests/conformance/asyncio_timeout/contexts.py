# Causes and contexts of a TimeoutError that meets other exceptions.
import asyncio


def chain(error):
    names = []
    while error is not None:
        names.append(f"{type(error).__name__}({'cause' if error.__cause__ else ''})")
        error = error.__context__
    return names


async def in_finally():
    async with asyncio.timeout(0.01):
        try:
            1 / 0
        finally:
            await asyncio.sleep(1)


async def replaced():
    async with asyncio.timeout(0.01):
        try:
            await asyncio.sleep(1)
        finally:
            raise ValueError("replaced")


async def in_group():
    async def fails():
        try:
            await asyncio.sleep(2)
        finally:
            1 / 0

    async with asyncio.timeout(0.01):
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            try:
                raise ValueError
            finally:
                await asyncio.sleep(1)


async def nested():
    async with asyncio.timeout(1):
        try:
            async with asyncio.timeout(0.01):
                await asyncio.sleep(2)
        finally:
            async with asyncio.timeout(0.01):
                await asyncio.sleep(2)


async def wait_for_in_except():
    try:
        raise KeyError("first")
    except KeyError:
        await asyncio.wait_for(asyncio.sleep(1), 0.01)


async def main():
    for work in (in_finally, replaced, in_group, nested, wait_for_in_except):
        try:
            await work()
        except Exception as error:
            print(work.__name__, chain(error))
            for inner in getattr(error, "exceptions", ()):
                print("   ", chain(inner))


asyncio.run(main())
