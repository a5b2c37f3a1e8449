# main() returns before the tasks it started: run() cancels them.
import asyncio


async def send(n):
    try:
        print("sending", n)
        await asyncio.sleep(0.1)
        print("sent", n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    asyncio.create_task(send("the first"))
    await asyncio.sleep(0)
    print("main is done")


async def hurried():
    asyncio.create_task(send("just before the end"))


asyncio.run(main())
asyncio.run(hurried())
