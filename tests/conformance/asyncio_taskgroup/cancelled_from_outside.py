# Cancelling the task that holds a group cancels its children and then the task.
import asyncio


async def child(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        await asyncio.sleep(0.01)
        print(name, "clean")
        raise


async def holder():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child("a"))
            tg.create_task(child("b"))
            print("body done")
    except asyncio.CancelledError:
        print("holder cancelled")
        raise


async def main():
    t = asyncio.create_task(holder())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("holder task cancelled:", t.cancelled())

    try:
        async with asyncio.timeout(0.05):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(child("c"))
    except TimeoutError:
        print("timeout around a group")

    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child("d"))
            async with asyncio.timeout(0.02):
                await asyncio.sleep(1)
    except* TimeoutError as group:
        print("timeout inside the body:", group.exceptions)

    async def cancelled_child():
        raise asyncio.CancelledError

    async with asyncio.TaskGroup() as tg:
        tg.create_task(cancelled_child())
        await asyncio.sleep(0.01)
        print("not disturbed by a child that raises CancelledError")


asyncio.run(main())
