# A breakfast: blocking, then async.
import asyncio
import time


async def toast(slices):
    for n in range(slices):
        print("toast in", n + 1)
        await asyncio.sleep(0.1)
        print("toast out", n + 1)
    return f"{slices} slices"


async def egg(minutes):
    print("egg on")
    await asyncio.sleep(minutes)
    print("egg off")
    return "egg"


async def coffee():
    print("coffee on")
    await asyncio.sleep(0.05)
    return "coffee"


async def one_by_one():
    start = time.perf_counter()
    print([await coffee(), await egg(0.25), await toast(2)])
    print(f"took {time.perf_counter() - start:.1f}")


async def together():
    start = time.perf_counter()
    print(await asyncio.gather(coffee(), egg(0.25), toast(2)))
    print(f"took {time.perf_counter() - start:.1f}" if time.perf_counter() - start < 0.34 else "too slow")


asyncio.run(one_by_one())
asyncio.run(together())
