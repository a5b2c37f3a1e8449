# An exception leaves asyncio.run: traceback on stderr, exit code 1.
import asyncio


async def inner(n):
    await asyncio.sleep(0)
    items = [1, 2, 3]
    return items[n]


async def middle(n):
    try:
        return await inner(n)
    finally:
        print("middle finally")


async def main():
    print(await middle(1))
    background = asyncio.create_task(asyncio.sleep(1, "never"))
    background.add_done_callback(lambda t: print("background cancelled:", t.cancelled()))
    await middle(7)
    print("not reached")


asyncio.run(main())
