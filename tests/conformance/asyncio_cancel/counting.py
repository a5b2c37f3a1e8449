# cancel(), cancelling() and uncancel(): how often, with which message, and what a timeout makes of them.
import asyncio


async def main():
    task = asyncio.current_task()
    print(task.cancelling(), task.cancel("one"), task.cancel("two"), task.cancelling())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print(error.args, task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())
    await asyncio.sleep(0)
    print("alive")

    async def child():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("child:", error.args, asyncio.current_task().cancelling())
            await asyncio.sleep(0)
            raise

    other = asyncio.create_task(child())
    await asyncio.sleep(0)
    print(other.cancel(msg="a message"), other.cancel())
    try:
        await other
    except asyncio.CancelledError as error:
        print("waiter:", error.args, other.cancelling(), other.cancelled())
    print(other.cancel())
    try:
        other.result()
    except asyncio.CancelledError as error:
        print("result:", error.args)
    try:
        other.exception()
    except asyncio.CancelledError as error:
        print("exception:", error.args)

    unstarted = asyncio.create_task(child())
    unstarted.cancel("before it starts")
    try:
        await unstarted
    except asyncio.CancelledError as error:
        print("unstarted:", error.args)

    async def outer():
        async with asyncio.timeout(10):
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.sleep(10)
            except TimeoutError:
                print("inner timeout", asyncio.current_task().cancelling())
                await asyncio.sleep(0)
                return "outer goes on"

    print(await outer())

    async def both():
        asyncio.get_running_loop().call_later(0.01, asyncio.current_task().cancel, "outside")
        async with asyncio.timeout(0.02):
            try:
                await asyncio.sleep(10)
            finally:
                await asyncio.sleep(0.05)

    try:
        await asyncio.create_task(both())
    except BaseException as error:
        print(type(error).__name__, error.args)

    async def swallows():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return asyncio.current_task().uncancel()

    other = asyncio.create_task(swallows())
    await asyncio.sleep(0)
    other.cancel()
    print(await other, other.cancelled())
    future = asyncio.get_running_loop().create_future()
    print(future.cancel("f"), future.cancel("again"), future.cancelled())
    try:
        await future
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
