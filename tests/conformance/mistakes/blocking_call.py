# time.sleep in a coroutine: nothing else runs meanwhile, and the tasks take their time one after the other.
import asyncio
import time


async def ticker():
    for n in range(4):
        print("tick", n)
        await asyncio.sleep(0.05)


async def download(name):
    print(name, "starts")
    time.sleep(0.2)  # should be `await asyncio.sleep(0.2)`
    print(name, "ends")


async def main():
    started = time.perf_counter()
    await asyncio.gather(ticker(), download("a"), download("b"))
    print("one after the other:", 0.4 <= time.perf_counter() - started < 1)
    started = time.perf_counter()
    await asyncio.gather(asyncio.to_thread(time.sleep, 0.2), asyncio.to_thread(time.sleep, 0.2))
    print("in threads, together:", time.perf_counter() - started < 0.35)


asyncio.run(main())
