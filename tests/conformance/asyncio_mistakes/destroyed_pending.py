# A task that nobody can wake is destroyed while pending when its future goes away.
import asyncio


async def main():
    async def waits():
        await asyncio.get_running_loop().create_future()

    task = asyncio.create_task(waits(), name="forgotten")
    await asyncio.sleep(0)
    print("parked", task.done())
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"]))
    future = loop.create_future()

    async def holds(f):
        await f

    task = asyncio.create_task(holds(future), name="held")
    await asyncio.sleep(0)
    future.set_result(None)
    await task
    print("finished properly")


asyncio.run(main())
