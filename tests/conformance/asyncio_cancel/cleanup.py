# Awaiting during cancellation; a second cancel; async with and finally blocks.
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0.05)
        print("closed", name)


async def worker():
    async with resource("a"), resource("b"):
        await asyncio.sleep(10)


async def interrupted_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            print("cleanup starts")
            await asyncio.sleep(10)
            print("cleanup ends")
        except asyncio.CancelledError:
            print("cleanup cancelled too")
            raise


async def uncancels():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelling", me.cancelling(), "uncancel", me.uncancel(), me.uncancel())
    await asyncio.sleep(0.01)
    return "went on"


async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())
    t = asyncio.create_task(interrupted_cleanup())
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled(), t.cancelling())
    t = asyncio.create_task(uncancels())
    await asyncio.sleep(0.01)
    t.cancel()
    print(await t)

    async def loop_forever():
        count = 0
        try:
            while True:
                await asyncio.sleep(0)
                count += 1
        except asyncio.CancelledError:
            return count > 3

    t = asyncio.create_task(loop_forever())
    await asyncio.sleep(0.02)
    t.cancel()
    print(await t, t.cancelled())


asyncio.run(main())
