# A lock, an event or a queue that waits in one loop cannot be used in another.
import asyncio

lock = asyncio.Lock()
queue = asyncio.Queue(maxsize=1)
event = asyncio.Event()
semaphore = asyncio.Semaphore(1)


async def contend():
    async with lock:
        task = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
    await task
    lock.release()
    getting = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait(1)
    await getting
    waiting = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    await waiting
    event.clear()


async def second():
    await lock.acquire()
    for thing, wait in (("lock", lock.acquire), ("queue", queue.get), ("event", event.wait)):
        try:
            await asyncio.wait_for(wait(), 0.1)
        except RuntimeError as error:
            print(thing, "RuntimeError:", str(error).split("[")[0].split(" at ")[0], "...", str(error)[-34:])
        except TimeoutError:
            print(thing, "waits")


asyncio.run(contend())
asyncio.run(second())
