# An exception in a callback does not end the loop: it is reported, with the traceback.
import asyncio


def callback(argument):
    raise ValueError(f"callback failed with {argument}")


def done(task):
    raise KeyError(task.result())


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, "an argument")
    await asyncio.sleep(0)
    print("main goes on")
    task = asyncio.create_task(asyncio.sleep(0, "value"))
    task.add_done_callback(done)
    await task
    await asyncio.sleep(0)
    loop.call_soon_threadsafe(callback, "a delay")
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
