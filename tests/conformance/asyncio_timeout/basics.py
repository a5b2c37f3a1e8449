# asyncio.timeout: expiry, no expiry, None, reschedule, nesting.
import asyncio


async def main():
    async with asyncio.timeout(0.5) as t:
        await asyncio.sleep(0.01)
        print("in time", t.expired())
    print(t.expired())

    try:
        async with asyncio.timeout(0.05) as t:
            await asyncio.sleep(1)
            print("never")
    except TimeoutError as error:
        print("expired", t.expired(), error.args, type(error.__cause__).__name__)

    async with asyncio.timeout(None) as t:
        print(t.when())
        await asyncio.sleep(0.01)

    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(5) as t:
            t.reschedule(loop.time() + 0.05)
            await asyncio.sleep(1)
    except TimeoutError:
        print("rescheduled earlier")
    async with asyncio.timeout(0.05) as t:
        t.reschedule(None)
        await asyncio.sleep(0.1)
    print("rescheduled to never")

    try:
        async with asyncio.timeout(0.05):
            async with asyncio.timeout(1):
                await asyncio.sleep(2)
    except TimeoutError:
        print("outer expired")
    async with asyncio.timeout(1):
        try:
            async with asyncio.timeout(0.05):
                await asyncio.sleep(2)
        except TimeoutError:
            print("inner expired")
        await asyncio.sleep(0.01)
        print("outer goes on")

    try:
        async with asyncio.timeout(0):
            print("zero: runs until the first await")
            await asyncio.sleep(0)
            print("not printed")
    except TimeoutError:
        print("zero expired")
    try:
        async with asyncio.timeout_at(loop.time() + 0.05):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout_at")
    try:
        async with asyncio.timeout(1):
            raise ValueError("own error")
    except ValueError as error:
        print(error)
    try:
        t.reschedule(1)
    except RuntimeError as error:
        print(error)
    unused = asyncio.timeout(1)
    try:
        unused.reschedule(2)
    except RuntimeError as error:
        print(error)
    print(repr(unused))


asyncio.run(main())
