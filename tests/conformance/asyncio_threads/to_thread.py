# asyncio.to_thread and run_in_executor: results, errors, overlap.
import asyncio
import functools
import time


def blocking(name, seconds, *, fail=False):
    time.sleep(seconds)
    if fail:
        raise ValueError(name + " failed")
    return name.upper()


async def heartbeat(log):
    while True:
        await asyncio.sleep(0.1)
        log.append("beat")


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(blocking, "a", 0.01))
    print(await loop.run_in_executor(None, blocking, "b", 0.01))
    print(await loop.run_in_executor(None, functools.partial(blocking, "c", seconds=0.01)))
    try:
        await asyncio.to_thread(blocking, "d", 0.01, fail=True)
    except ValueError as error:
        print(error)
    log = []
    heart = asyncio.create_task(heartbeat(log))
    await asyncio.to_thread(time.sleep, 0.35)
    heart.cancel()
    print(len(log))

    start = loop.time()
    print(await asyncio.gather(*(asyncio.to_thread(blocking, n, 0.2) for n in "xyz")))
    print("in parallel:", loop.time() - start < 0.45)
    start = loop.time()
    time.sleep(0.1)
    print("blocked:", loop.time() - start >= 0.09)

    future = loop.run_in_executor(None, blocking, "future", 0.05)
    print(asyncio.isfuture(future), future.done())
    done, pending = await asyncio.wait([future], timeout=1)
    print(len(done), future.result())
    try:
        await asyncio.wait_for(asyncio.to_thread(blocking, "slow", 0.3), 0.05)
    except TimeoutError:
        print("timeout, but the thread runs to its end")
    print(await asyncio.to_thread(lambda: sum(range(1000))))


asyncio.run(main())
print("run waits for the threads")
