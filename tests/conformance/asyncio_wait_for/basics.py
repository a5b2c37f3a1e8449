# wait_for: in time, too late, with zero, with None, with cleanup.
import asyncio


async def job(seconds, value="value"):
    try:
        await asyncio.sleep(seconds)
        return value
    except asyncio.CancelledError:
        print("job cancelled")
        raise


async def slow_cleanup():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.05)
        print("cleaned")


async def swallows():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "swallowed the cancellation"


async def fails_in_cleanup():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("in cleanup")


async def attempt(awaitable, timeout):
    try:
        print("->", await asyncio.wait_for(awaitable, timeout))
    except Exception as error:
        print("->", type(error).__name__, error, "| cause", type(error.__cause__).__name__)


async def main():
    await attempt(job(0.01), 0.5)
    await attempt(job(0.5), 0.05)
    await attempt(job(0.01), None)
    await attempt(job(0), 0)
    await attempt(job(0.01), 0)
    await attempt(job(0.01), -1)
    await attempt(slow_cleanup(), 0.05)
    await attempt(swallows(), 0.05)
    await attempt(fails_in_cleanup(), 0.05)
    done = asyncio.create_task(job(0, "done before"))
    await done
    await attempt(done, 0)
    await attempt(done, 1)
    future = asyncio.get_running_loop().create_future()
    await attempt(future, 0.05)
    print(future)
    print(asyncio.TimeoutError is TimeoutError)

    outer = asyncio.create_task(asyncio.wait_for(job(1), 5))
    await asyncio.sleep(0.01)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled")
    task = asyncio.create_task(job(1))
    try:
        await asyncio.wait_for(task, 0.05)
    except TimeoutError:
        print(task.cancelled())


asyncio.run(main())
