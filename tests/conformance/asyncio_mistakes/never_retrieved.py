# "Task exception was never retrieved" comes when the task is forgotten.
import asyncio


async def fails(text):
    await asyncio.sleep(0)
    raise ValueError(text)


async def main():
    task = asyncio.create_task(fails("lost"), name="lost-task")
    await asyncio.sleep(0.01)
    print("failed silently so far", task.done())
    del task
    print("now it was reported")
    task = asyncio.create_task(fails("retrieved"))
    await asyncio.sleep(0.01)
    print(repr(task.exception()))
    del task
    print("no report for that one")
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("in a future"))
    del future
    print("futures report too")
    g = asyncio.gather(fails("a"), fails("b"), return_exceptions=True)
    print(await g)
    try:
        await asyncio.gather(fails("first"), fails("second"))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.01)
    print("gather marks them all as retrieved")


asyncio.run(main())
