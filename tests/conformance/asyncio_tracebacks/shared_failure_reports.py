"""Several tasks that end with one exception object, and nobody who asks: what the reports show."""
import asyncio


async def waits(future):
    await future


async def outer(future):
    await waits(future)


async def main():
    future = asyncio.get_running_loop().create_future()
    for name in ("one", "two"):
        asyncio.create_task(outer(future), name=name)
    third = asyncio.create_task(waits(future), name="three")
    await asyncio.sleep(0)
    future.set_exception(RuntimeError("heard by nobody"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("asked:", third.exception())


asyncio.run(main())
