# Futures, tasks and locks that belong to another loop.
import asyncio

loop_a = asyncio.new_event_loop()
future = loop_a.create_future()
lock = asyncio.Lock()


async def uses_foreign_future():
    try:
        await future
    except RuntimeError as error:
        print(str(error).startswith("Task <Task pending"), str(error).endswith("attached to a different loop"))


async def contend():
    async def hold():
        async with lock:
            await asyncio.sleep(0.01)

    await asyncio.gather(hold(), hold())
    return "locked twice"


async def second():
    try:
        print(await contend())
    except RuntimeError as error:
        print(str(error).endswith("is bound to a different event loop"))


asyncio.run(uses_foreign_future())
print(asyncio.run(contend()))
asyncio.run(second())
loop_a.close()
