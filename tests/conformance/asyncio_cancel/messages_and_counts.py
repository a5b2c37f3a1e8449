# cancel messages, cancelling, uncancel in nested blocks.
import asyncio


async def shows():
    me = asyncio.current_task()
    for _ in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            print(error.args, me.cancelling())
    print(me.uncancel(), me.uncancel(), me.uncancel(), me.uncancel())
    return "end"


async def main():
    t = asyncio.create_task(shows())
    await asyncio.sleep(0)
    for message in ("one", None, 3):
        t.cancel(message)
        await asyncio.sleep(0)
    print(await t)

    async def passes():
        await asyncio.sleep(1)

    t = asyncio.create_task(passes())
    await asyncio.sleep(0)
    t.cancel(msg="keyword")
    try:
        await t
    except asyncio.CancelledError as error:
        print(repr(error))

    async def raises():
        raise asyncio.CancelledError("own", 2)

    t = asyncio.create_task(raises())
    try:
        await t
    except asyncio.CancelledError as error:
        print(error.args, t.cancelled(), t.cancelling())

    async def awaits_cancelled(other):
        try:
            await other
        except asyncio.CancelledError as error:
            print("other:", error.args)
        await asyncio.sleep(0)
        return "lives on"

    inner = asyncio.create_task(passes())
    outer = asyncio.create_task(awaits_cancelled(inner))
    await asyncio.sleep(0)
    inner.cancel("inner only")
    print(await outer)
    done = asyncio.create_task(asyncio.sleep(0))
    await done
    print(done.cancel(), done.cancelling())


asyncio.run(main())
