# Futures and loops are not for other threads: in debug mode call_soon says so, call_soon_threadsafe works.
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    said = []

    def worker():
        for schedule in (loop.call_soon, lambda *args: loop.call_later(0, *args)):
            try:
                schedule(print, "never")
            except RuntimeError as error:
                said.append(str(error))
        try:
            asyncio.get_running_loop()
        except RuntimeError as error:
            said.append(str(error))
        try:
            asyncio.get_event_loop()
        except RuntimeError as error:
            said.append(str(error))
        loop.call_soon_threadsafe(future.set_result, "from a thread")

    thread = threading.Thread(target=worker, name="worker")
    thread.start()
    print(await future)
    thread.join()
    print(*said, sep="\n")


asyncio.run(main(), debug=True)
