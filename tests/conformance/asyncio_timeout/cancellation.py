# A timeout and a real cancellation are kept apart.
import asyncio


async def worker(swallow=False):
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("body sees CancelledError, cancelling =", asyncio.current_task().cancelling())
                if not swallow:
                    raise
            print("body goes on")
    except TimeoutError:
        print("TimeoutError, cancelling =", asyncio.current_task().cancelling())
        return "timeout"
    return "no timeout"


async def main():
    print(await worker())
    print(await worker(swallow=True))

    t = asyncio.create_task(worker())
    await asyncio.sleep(0.02)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("a real cancellation passes through", t.cancelled())

    async def both():
        try:
            async with asyncio.timeout(0.05):
                try:
                    await asyncio.sleep(1)
                finally:
                    asyncio.current_task().cancel()
        except TimeoutError:
            print("TimeoutError")
        except asyncio.CancelledError:
            print("CancelledError", asyncio.current_task().cancelling())
            raise

    t = asyncio.create_task(both())
    await asyncio.wait([t])
    print(t.cancelled())

    async def error_after_timeout():
        async with asyncio.timeout(0.05):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise KeyError("replaced")

    try:
        await error_after_timeout()
    except Exception as error:
        print(repr(error))
    print(asyncio.current_task().cancelling())
    results = await asyncio.gather(*(worker() for _ in range(2)))
    print(results)


asyncio.run(main())
