# wait_for inside wait_for, cancelled from outside, and a task that returns although cancelled.
import asyncio


async def slow(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def refuses():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "result all the same"


async def replaces():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("while cancelling")


async def nested(inner, outer):
    try:
        await asyncio.wait_for(asyncio.wait_for(slow(f"{inner}/{outer}"), inner), outer)
    except TimeoutError as error:
        print("timeout", type(error.__cause__).__name__, asyncio.get_running_loop().time() - begin < 0.2)


async def main():
    global begin
    begin = asyncio.get_running_loop().time()
    await nested(0.05, 1)
    await nested(1, 0.05)
    waiter = asyncio.create_task(asyncio.wait_for(slow("outside"), 1))
    await asyncio.sleep(0.01)
    waiter.cancel("enough")
    try:
        await waiter
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    for function in (refuses, replaces):
        try:
            print(await asyncio.wait_for(function(), 0.01))
        except Exception as error:
            print(type(error).__name__, error)
    results = await asyncio.gather(*(asyncio.wait_for(asyncio.sleep(d, d), 0.05) for d in (0.01, 0.1)), return_exceptions=True)
    print(results)


asyncio.run(main())
