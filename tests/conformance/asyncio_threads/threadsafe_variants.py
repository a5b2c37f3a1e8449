# Between threads and the loop: run_coroutine_threadsafe with results, failures, timeouts and cancellation.
import asyncio
import concurrent.futures
import threading


async def work(value, seconds=0.01):
    await asyncio.sleep(seconds)
    if value is None:
        raise ValueError("nothing")
    return value * 2


def from_thread(loop, log):
    future = asyncio.run_coroutine_threadsafe(work(21), loop)
    log.append((type(future).__module__.partition(".")[0], future.result()))
    try:
        asyncio.run_coroutine_threadsafe(work(None), loop).result()
    except ValueError as error:
        log.append(str(error))
    slow = asyncio.run_coroutine_threadsafe(work(1, 10), loop)
    try:
        slow.result(timeout=0.05)
    except TimeoutError as error:
        log.append((type(error).__name__, slow.cancel(), slow.cancelled()))
    try:
        slow.result()
    except concurrent.futures.CancelledError as error:
        log.append(type(error).__name__)
    futures = [asyncio.run_coroutine_threadsafe(work(n, 0.01 * n), loop) for n in (3, 1, 2)]
    log.append([future.result() for future in concurrent.futures.as_completed(futures)])
    try:
        asyncio.run_coroutine_threadsafe(from_thread, loop)
    except TypeError as error:
        log.append(str(error))


async def main():
    loop = asyncio.get_running_loop()
    log = []
    await asyncio.to_thread(from_thread, loop, log)
    print(*log, sep="\n")
    event = asyncio.Event()
    threading.Timer(0.02, loop.call_soon_threadsafe, (event.set,)).start()
    await event.wait()
    print("set from a thread")

    def call():
        return threading.current_thread() is threading.main_thread()

    print(await asyncio.to_thread(call), call())
    future = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(future)
    threading.Timer(0.01, future.set_result, ("wrapped",)).start()
    print(await wrapped)
    try:
        await asyncio.wait_for(asyncio.to_thread(threading.Event().wait, 0.1), 0.02)
    except TimeoutError:
        print("the thread goes on, the wait is over")
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)


asyncio.run(main())
