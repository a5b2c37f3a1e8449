# Two countdowns, a spinner, and a result.
import asyncio


async def countdown(name, n, pause):
    while n > 0:
        print(f"{name}: {n}")
        n -= 1
        await asyncio.sleep(pause)
    return f"{name} is over"


async def spinner(stop):
    frames = 0
    while not stop.is_set():
        frames += 1
        await asyncio.sleep(0.01)
    return frames > 5


async def main():
    stop = asyncio.Event()
    spin = asyncio.create_task(spinner(stop))
    for result in await asyncio.gather(countdown("A", 3, 0.2), countdown("B", 2, 0.31)):
        print(result)
    stop.set()
    print("spun:", await spin)


asyncio.run(main())
