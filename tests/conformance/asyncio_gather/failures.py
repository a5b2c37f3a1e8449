# gather when children fail or are cancelled.
import asyncio


async def ok(seconds, value):
    try:
        await asyncio.sleep(seconds)
        print("ok", value)
        return value
    except asyncio.CancelledError:
        print("cancelled", value)
        raise


async def bad(seconds, text):
    await asyncio.sleep(seconds)
    print("bad", text)
    raise ValueError(text)


async def main():
    try:
        await asyncio.gather(ok(0.1, 1), bad(0.05, "first"), bad(0.15, "second"), ok(0.2, 2))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.25)
    print(await asyncio.gather(ok(0.1, 1), bad(0.05, "x"), bad(0, "y"), return_exceptions=True))

    async def cancels():
        raise asyncio.CancelledError("by hand")

    print(await asyncio.gather(cancels(), ok(0.01, 3), return_exceptions=True))
    try:
        await asyncio.gather(cancels(), ok(0.05, 4))
    except asyncio.CancelledError as error:
        print("gather cancelled", error.args)
    await asyncio.sleep(0.1)

    print("cancel the outer future")
    outer = asyncio.gather(ok(1, 5), ok(1, 6))
    await asyncio.sleep(0.01)
    print(outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", outer.cancelled())

    print("cancel one child")
    children = [asyncio.create_task(ok(1, 7)), asyncio.create_task(ok(0.05, 8))]
    outer = asyncio.gather(*children, return_exceptions=True)
    await asyncio.sleep(0.01)
    children[0].cancel()
    print(await outer)
    print("cancel the awaiting task")
    t = asyncio.create_task(asyncio.wait_for(asyncio.gather(ok(1, 9), ok(1, 10)), 0.05))
    try:
        await t
    except TimeoutError:
        print("timed out")


asyncio.run(main())
