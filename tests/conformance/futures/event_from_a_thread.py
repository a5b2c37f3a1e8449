# What asyncio objects want of other threads: call_soon_threadsafe.
import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    event, queue = asyncio.Event(), asyncio.Queue()

    def reader():
        for n in range(3):
            time.sleep(0.01)
            loop.call_soon_threadsafe(queue.put_nowait, n)
        loop.call_soon_threadsafe(queue.put_nowait, None)
        loop.call_soon_threadsafe(event.set)

    thread = threading.Thread(target=reader)
    thread.start()
    while (item := await queue.get()) is not None:
        print("got", item)
    await event.wait()
    await asyncio.to_thread(thread.join)
    print("joined", thread.is_alive())
    loop.set_debug(True)

    def wrong():
        try:
            loop.call_soon(print)
        except RuntimeError as error:
            return str(error)

    print(await asyncio.to_thread(wrong))
    loop.set_debug(False)


asyncio.run(main())
