# Nobody keeps a reference to the task, and what it waits for is only known to itself: it is destroyed.
import asyncio
import gc


async def background():
    print("background starts")
    await asyncio.get_running_loop().create_future()
    print("never")


async def main():
    asyncio.create_task(background(), name="background")
    await asyncio.sleep(0)
    gc.collect()
    print("main goes on")
    await asyncio.sleep(0)


asyncio.run(main())
