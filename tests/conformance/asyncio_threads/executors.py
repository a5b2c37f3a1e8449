# Executors of the loop: the default one, one of the program's own, and their end.
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work(number):
    time.sleep(0.01)
    return number * 10, threading.current_thread().name.rsplit("_", 1)[0]


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 1))
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="own") as pool:
        print(await loop.run_in_executor(pool, work, 2))
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2, thread_name_prefix="mine"))
    print(await asyncio.gather(*(loop.run_in_executor(None, work, n) for n in range(3))))
    print(await asyncio.to_thread(work, 5))
    try:
        loop.set_default_executor("executor")
    except TypeError as error:
        print(error)
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, work, 3)
    except RuntimeError as error:
        print(error)
    await loop.shutdown_default_executor(timeout=1)


asyncio.run(main())
