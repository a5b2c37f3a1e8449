# TimeoutError from wait_for, with its cause.
import asyncio


async def slow():
    await asyncio.sleep(10)


async def main():
    await asyncio.wait_for(slow(), 0.01)


asyncio.run(main())
