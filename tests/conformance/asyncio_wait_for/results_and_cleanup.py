# wait_for: results, errors, timeouts of nothing and of zero, clean-up that takes its time.
import asyncio


async def work(seconds, result="done"):
    try:
        await asyncio.sleep(seconds)
        return result
    except asyncio.CancelledError:
        print("cancelled after", round(asyncio.get_running_loop().time() - start, 1))
        await asyncio.sleep(0.05)
        print("cleaned up")
        raise


async def fails():
    await asyncio.sleep(0.01)
    raise KeyError("inside")


async def main():
    global start
    start = asyncio.get_running_loop().time()
    print(await asyncio.wait_for(work(0.01), 1), await asyncio.wait_for(work(0.01, 2), None))
    start = asyncio.get_running_loop().time()
    try:
        await asyncio.wait_for(work(5), timeout=0.1)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), round(asyncio.get_running_loop().time() - start, 1))
    try:
        await asyncio.wait_for(fails(), 1)
    except KeyError as error:
        print(repr(error))
    ready = asyncio.get_running_loop().create_future()
    ready.set_result("ready")
    print(await asyncio.wait_for(ready, 0), await asyncio.wait_for(ready, -1))
    task = asyncio.create_task(asyncio.sleep(1))
    try:
        await asyncio.wait_for(task, 0)
    except TimeoutError:
        print("zero", task.cancelled())
    print(asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
