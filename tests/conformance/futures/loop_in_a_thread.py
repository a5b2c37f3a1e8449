# A loop in a thread of its own, served by others through run_coroutine_threadsafe().
import asyncio
import threading
import time
from concurrent.futures import CancelledError

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="loop")
thread.start()


async def double(n):
    await asyncio.sleep(0.01)
    return n * 2, threading.current_thread().name


async def fails():
    raise LookupError("nothing there")


async def forever():
    try:
        await asyncio.sleep(100)
    finally:
        print("forever ends")


print(asyncio.run_coroutine_threadsafe(double(4), loop).result(1))
try:
    asyncio.run_coroutine_threadsafe(fails(), loop).result()
except LookupError as error:
    print(repr(error))
future = asyncio.run_coroutine_threadsafe(forever(), loop)
try:
    future.result(0.02)
except TimeoutError:
    print("not yet")
print(future.cancel())
try:
    future.result()
except CancelledError:
    print("cancelled")
time.sleep(0.02)
try:
    asyncio.run_coroutine_threadsafe(print, loop)
except TypeError as error:
    print(error)
loop.call_soon_threadsafe(print, "last words")
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running(), loop.is_closed())
loop.close()
