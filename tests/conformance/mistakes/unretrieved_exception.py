# A task fails and nobody looks: Python says so when the task goes.
import asyncio


async def failing(n):
    await asyncio.sleep(0)
    raise ValueError(f"nobody hears of {n}")


async def main():
    task = asyncio.create_task(failing(1), name="failing")
    await asyncio.sleep(0.01)
    print("task done:", task.done())
    task = None
    print("dropped")
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("set by hand"))
    del future
    looked = asyncio.create_task(failing(2))
    await asyncio.wait([looked])
    print(repr(looked.exception()))
    del looked
    asyncio.create_task(failing(3), name="until the end")
    await asyncio.sleep(0.01)
    print("end of main")


asyncio.run(main())
