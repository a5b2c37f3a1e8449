# Nested task groups: a tree of errors.
import asyncio


async def fail(kind, seconds):
    await asyncio.sleep(seconds)
    raise kind(f"after {seconds}")


async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fail(ValueError, 0.01))


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(inner())
        tg.create_task(asyncio.sleep(10))


asyncio.run(main())
