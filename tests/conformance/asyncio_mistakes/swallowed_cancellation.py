# Catching everything inside a loop swallows a cancellation.
import asyncio


async def swallows():
    for i in range(4):
        try:
            await asyncio.sleep(0.05)
            print("step", i)
        except BaseException as error:
            print("swallowed", type(error).__name__)
    return "ran to the end"


async def correct():
    for i in range(4):
        try:
            await asyncio.sleep(0.05)
            print("step", i)
        except Exception as error:
            print("not reached", error)
    return "ran to the end"


async def main():
    for worker in (swallows, correct):
        task = asyncio.create_task(worker())
        await asyncio.sleep(0.125)
        task.cancel()
        try:
            print(await task, task.cancelled())
        except asyncio.CancelledError:
            print("cancelled", task.cancelled())

    async def bare():
        try:
            await asyncio.sleep(1)
        except:
            print("a bare except catches it as well")

    task = asyncio.create_task(bare())
    await asyncio.sleep(0)
    task.cancel()
    await task
    print(task.cancelled(), task.done())


asyncio.run(main())
