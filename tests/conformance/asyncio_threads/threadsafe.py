# call_soon_threadsafe and run_coroutine_threadsafe from another thread.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()

    def worker():
        time.sleep(0.05)
        loop.call_soon_threadsafe(print, "called from the thread")
        loop.call_soon_threadsafe(event.set)
        return "worker result"

    task = asyncio.create_task(asyncio.to_thread(worker))
    print("waiting")
    await event.wait()
    print(await task)

    async def coro(x):
        await asyncio.sleep(0.01)
        if x < 0:
            raise ValueError("negative")
        return x * 2

    def asks():
        results = [asyncio.run_coroutine_threadsafe(coro(n), loop).result() for n in (1, 2)]
        try:
            asyncio.run_coroutine_threadsafe(coro(-1), loop).result()
        except ValueError as error:
            results.append(str(error))
        return results

    print(await asyncio.to_thread(asks))

    def no_loop_here():
        try:
            asyncio.get_running_loop()
        except RuntimeError as error:
            return str(error)

    print(await asyncio.to_thread(no_loop_here))

    def own_loop():
        async def inner():
            await asyncio.sleep(0.01)
            return "a loop in the thread"

        return asyncio.run(inner())

    print(await asyncio.to_thread(own_loop))


asyncio.run(main())
