# Cancelling an outer task reaches the innermost await, and the other way round.
import asyncio


async def inner(label):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(label, "inner cancelled")
        raise


async def middle(label):
    try:
        await inner(label)
    finally:
        print(label, "middle finally")


async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer cancelled; inner task cancelled:", task.cancelled())
        raise


async def main():
    t = asyncio.create_task(middle("chain"))
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.wait([t])

    child = asyncio.create_task(inner("child"))
    parent = asyncio.create_task(outer(child))
    await asyncio.sleep(0.01)
    parent.cancel()
    await asyncio.wait([parent])
    print(child.cancelled(), parent.cancelled())

    print("cancel the child only")
    child = asyncio.create_task(inner("child"))
    parent = asyncio.create_task(outer(child))
    await asyncio.sleep(0.01)
    child.cancel()
    await asyncio.wait([parent])
    print(child.cancelled(), parent.cancelled(), parent.cancelling())

    print("cancel a future that a task awaits")
    future = asyncio.get_running_loop().create_future()
    waiter = asyncio.create_task(outer(asyncio.ensure_future(future)))
    await asyncio.sleep(0)
    future.cancel()
    await asyncio.wait([waiter])
    print(waiter.cancelled())

    print("a task cancels itself")

    async def self_cancel():
        asyncio.current_task().cancel()
        print("still running")
        await asyncio.sleep(0)
        print("never printed")

    t = asyncio.create_task(self_cancel())
    await asyncio.wait([t])
    print(t.cancelled())

    async def self_cancel_without_await():
        asyncio.current_task().cancel()
        return "returned"

    t = asyncio.create_task(self_cancel_without_await())
    await asyncio.wait([t])
    print(t.cancelled())


asyncio.run(main())
