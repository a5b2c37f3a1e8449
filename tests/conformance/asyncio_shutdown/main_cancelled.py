# main cancels itself; SystemExit and KeyboardInterrupt leave the loop.
import asyncio


async def cancels_itself():
    asyncio.current_task().cancel("stop")
    await asyncio.sleep(1)


try:
    asyncio.run(cancels_itself())
except asyncio.CancelledError as error:
    print("CancelledError", error.args)


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print("child cleaned up")


async def interrupts(kind):
    asyncio.create_task(child())
    await asyncio.sleep(0.01)
    raise kind("bye")


for kind in (KeyboardInterrupt, SystemExit):
    try:
        asyncio.run(interrupts(kind))
    except kind as error:
        print(kind.__name__, error)


async def raised_in_task(kind):
    async def bad():
        raise kind("from a task")

    global task
    task = asyncio.create_task(bad())
    await asyncio.sleep(1)
    print("not reached")


try:
    asyncio.run(raised_in_task(SystemExit))
except SystemExit as error:
    print("SystemExit", error)
print(repr(task.exception()))
