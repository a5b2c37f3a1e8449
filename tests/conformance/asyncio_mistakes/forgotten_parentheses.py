"""`await` of a function instead of what it returns, and what such functions look like when printed."""
import asyncio
import collections
import re


async def tries(name, thing):
    try:
        await thing
    except TypeError as error:
        print(f"await {name}: {error}")


async def main():
    lock = asyncio.Lock()
    await tries("asyncio.sleep", asyncio.sleep)
    await tries("main", main)
    await tries("lock.acquire", lock.acquire)
    await tries("queue.get", asyncio.Queue().get)
    await tries("print", print)
    await tries("[].append", [].append)


for thing in (asyncio.sleep, asyncio.create_task, asyncio.gather, asyncio.get_running_loop, asyncio.Lock.acquire,
              asyncio.Lock().acquire, asyncio.Queue().put, asyncio.Event.set, asyncio.Future.done, collections.deque.append):
    print(re.sub("0x[0-9a-f]+", "0x...", repr(thing)))
asyncio.run(main())
