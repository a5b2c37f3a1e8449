# shield: the inner task survives, the waiter does not.
import asyncio


async def inner(label, seconds=0.1):
    try:
        await asyncio.sleep(seconds)
        print(label, "inner done")
        return label
    except asyncio.CancelledError:
        print(label, "inner cancelled")
        raise


async def main():
    print(await asyncio.shield(inner("plain")))

    task = asyncio.create_task(inner("a"))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(task), 0.05))
    try:
        await outer
    except TimeoutError:
        print("timeout; inner done:", task.done())
    print(await task)

    task = asyncio.create_task(inner("b"))

    async def waiter():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            print("waiter cancelled; inner cancelled:", task.cancelled())
            print("waits for it anyway:", await task)
            raise

    w = asyncio.create_task(waiter())
    await asyncio.sleep(0.02)
    w.cancel()
    await asyncio.wait([w])
    print(w.cancelled())

    task = asyncio.create_task(inner("c"))
    shielded = asyncio.shield(task)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await shielded
    except asyncio.CancelledError:
        print("inner cancellation reaches the shield", shielded.cancelled())

    async def fails():
        await asyncio.sleep(0.01)
        raise ValueError("inside")

    try:
        await asyncio.shield(fails())
    except ValueError as error:
        print("error passes:", error)
    done = asyncio.create_task(inner("d", 0))
    await done
    print(await asyncio.shield(done), asyncio.shield(done) is done)


asyncio.run(main())
