# Errors in callbacks and in tasks that nobody awaits, at the end of the program.
import asyncio


def on_done(task):
    raise RuntimeError("in the callback")


async def fails():
    raise ValueError("in the task")


async def main():
    task = asyncio.create_task(asyncio.sleep(0), name="ok")
    task.add_done_callback(on_done)
    await asyncio.sleep(0.01)
    print("main goes on")
    lost = asyncio.create_task(fails(), name="lost")
    await asyncio.sleep(0.01)
    print("main ends")


asyncio.run(main())
