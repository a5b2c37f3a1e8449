# Two tasks of a group fail.
import asyncio


async def works(n):
    await asyncio.sleep(n / 100)
    print("finished", n)


async def fails(n):
    await asyncio.sleep(n / 100)
    raise ValueError(f"number {n}")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(works(1))
        group.create_task(fails(2))
        group.create_task(fails(2))
        group.create_task(works(5))


asyncio.run(main())
