# An event loop and its executors.
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def blocking(name, seconds):
    time.sleep(seconds)
    return f"{name} in {threading.current_thread().name}"


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, "one") as pool:
        futures = [loop.run_in_executor(pool, blocking, name, 0.01) for name in "ab"]
        print(await asyncio.gather(*futures))
        late = loop.run_in_executor(pool, blocking, "late", 0.05)
        queued = loop.run_in_executor(pool, blocking, "queued", 0)
        print(queued.cancel(), await late)
        try:
            await queued
        except asyncio.CancelledError:
            print("the queued one is cancelled")
    print(await loop.run_in_executor(None, blocking, "default", 0))
    loop.set_default_executor(ThreadPoolExecutor(1, "mine"))
    print(await asyncio.to_thread(blocking, "mine", 0))
    try:
        loop.set_default_executor("no")
    except TypeError as error:
        print(error)
    try:
        await loop.run_in_executor(None, lambda: next(iter(())))
    except RuntimeError as error:
        print(error)


asyncio.run(main())
