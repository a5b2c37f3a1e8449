# A task's exception through await, with both coroutines in the traceback.
import asyncio


class ServiceError(Exception):
    pass


async def fetch(name):
    await asyncio.sleep(0.01)
    raise ServiceError(f"no such service: {name!r}")


async def retry(name):
    try:
        await fetch(name)
    except ServiceError as error:
        print("retrying after", error)
        raise RuntimeError("gave up") from error


async def main():
    task = asyncio.create_task(retry("weather"))
    print("waiting")
    await task


asyncio.run(main())
