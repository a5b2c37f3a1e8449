# Two locks, taken in opposite orders: both tasks wait for ever. A timeout shows it.
import asyncio


async def transfer(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(0.01)
        async with second:
            print(name, "has both")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(0.1):
            await asyncio.gather(transfer("one", a, b), transfer("two", b, a))
    except TimeoutError:
        print("neither gets on")
    print(a.locked(), b.locked())

    lock = asyncio.Lock()

    async def outer():
        async with lock:
            await inner()

    async def inner():
        async with lock:  # not reentrant
            print("never")

    try:
        await asyncio.wait_for(outer(), 0.1)
    except TimeoutError:
        print("a lock waits for itself")
    queue = asyncio.Queue()
    await queue.put(1)
    await queue.get()
    try:
        await asyncio.wait_for(queue.join(), 0.1)
    except TimeoutError:
        print("task_done() was forgotten")


asyncio.run(main())
