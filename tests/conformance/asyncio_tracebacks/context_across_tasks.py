# Context and cause across tasks and awaits.
import asyncio


async def primary():
    raise ConnectionError("primary is down")


async def backup():
    await asyncio.sleep(0)
    raise TimeoutError("backup is slow")


async def fetch():
    try:
        return await asyncio.create_task(primary())
    except ConnectionError:
        return await backup()


async def main():
    try:
        await fetch()
    finally:
        print("cleaning up")


asyncio.run(main())
