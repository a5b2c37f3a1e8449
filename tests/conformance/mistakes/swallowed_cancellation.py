# `except BaseException` and a bare `except` swallow the cancellation: the task goes on.
import asyncio


async def stubborn():
    for n in range(3):
        try:
            await asyncio.sleep(0.1)
            print("slept", n)
        except BaseException as error:
            print("swallowed", type(error).__name__)
    return "finished all the same"


async def polite():
    try:
        await asyncio.sleep(10)
    except Exception as error:  # CancelledError is no Exception
        print("never", error)
    finally:
        print("cleaning up")


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.05)
    print(task.cancel())
    print(await task, task.cancelled(), task.cancelling())
    task = asyncio.create_task(polite())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
    try:
        async with asyncio.timeout(0.05):
            await stubborn()
    except TimeoutError:
        print("never")
    print("the timeout was swallowed too")


asyncio.run(main())
