# An ExceptionGroup that nobody handles: the tree on stderr.
import asyncio


async def fails(kind, text):
    await asyncio.sleep(0.01)
    raise kind(text)


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fails(ValueError, "one"))
        tg.create_task(fails(KeyError, "two"))


asyncio.run(main())
