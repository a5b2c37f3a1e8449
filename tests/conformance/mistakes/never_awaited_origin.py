# In debug mode the warning says where the coroutine was created.
import asyncio


async def work():
    pass


def helper():
    return work()


async def main():
    helper()
    work()


asyncio.run(main(), debug=True)
