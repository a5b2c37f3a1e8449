# Those who wait for a task, each in a way of its own; depth and limit; the graph as objects.
import asyncio


async def leaf():
    await asyncio.Future()


async def inner():
    await leaf()


async def gathering(task):
    await asyncio.gather(task)


async def shielding(task):
    await asyncio.shield(task)


async def direct(task):
    await task


async def limited(task):
    async with asyncio.timeout(5):
        await task


async def main():
    task = asyncio.create_task(inner(), name="inner")
    waiters = [asyncio.create_task(wait(task), name=wait.__name__) for wait in (gathering, shielding, direct, limited)]
    await asyncio.sleep(0.01)
    print(asyncio.format_call_graph(task))
    for limit in (1, -1, 0):
        print(f"limit {limit}:")
        print(asyncio.format_call_graph(task, limit=limit).partition("\n  + Awaited by")[0])

    def helper(depth):
        print(asyncio.format_call_graph(depth=depth))

    helper(1)
    helper(2)
    print(asyncio.format_call_graph(asyncio.get_running_loop().create_future()))
    graph = asyncio.capture_call_graph(task)
    print(type(graph).__name__, graph.future is task)
    print([entry.frame.f_code.co_name for entry in graph.call_stack], [waiter.future.get_name() for waiter in graph.awaited_by])
    task.cancel()
    await asyncio.wait(waiters)
    print(asyncio.capture_call_graph(task).awaited_by)
    try:
        asyncio.capture_call_graph("a string")
    except TypeError as error:
        print(error)


asyncio.run(main())
try:
    asyncio.capture_call_graph()
except RuntimeError as error:
    print(error)
