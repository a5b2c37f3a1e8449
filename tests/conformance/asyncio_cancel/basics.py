# cancel(): when it is thrown, what it can meet, what it leaves.
import asyncio


async def sleeper(label):
    try:
        print(label, "sleeps")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(label, "cancelled", error.args)
        raise
    finally:
        print(label, "finally")


async def main():
    task = asyncio.create_task(sleeper("a"))
    await asyncio.sleep(0)
    print(task.cancel(), task.cancel("second message"), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main:", error.args, task.cancelled())

    print("before its first step")
    early = asyncio.create_task(sleeper("b"))
    early.cancel()
    await asyncio.wait([early])
    print(early.cancelled())

    async def stubborn():
        for attempt in range(3):
            try:
                await asyncio.sleep(0.05)
                print("slept")
            except asyncio.CancelledError:
                print("ignored", attempt)
        return "survived"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

    async def converts():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise ValueError("instead") from None

    task = asyncio.create_task(converts())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as error:
        print(repr(error), task.cancelled())
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)


asyncio.run(main())
