# Timers against ready callbacks; deadlines decide, not the order of setting.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []
    for delay in (0.15, 0.05, 0.25, 0.1, 0.2):
        loop.call_later(delay, log.append, delay)
    await asyncio.sleep(0.4)
    print(log)

    base = loop.time()
    log.clear()
    for offset in (0.2, 0.1, 0.05):
        loop.call_at(base + offset, log.append, offset)
    cancelled = loop.call_later(0.07, log.append, "cancelled")
    cancelled.cancel()
    print(cancelled.cancelled(), abs(cancelled.when() - base - 0.07) < 0.02)
    await asyncio.sleep(0.3)
    print(log)

    log.clear()
    loop.call_later(0, log.append, "timer 0")
    loop.call_soon(log.append, "soon 1")
    loop.call_soon(log.append, "soon 2")
    loop.call_later(-5, log.append, "timer in the past")
    await asyncio.sleep(0.05)
    print(sorted(log))

    async def ticker(name, period, n):
        for i in range(n):
            await asyncio.sleep(period)
            log.append(f"{name}{i}")

    log.clear()
    await asyncio.gather(ticker("a", 0.1, 4), ticker("b", 0.25, 2), ticker("c", 0.35, 1))
    print(" ".join(log))
    start = loop.time()
    await asyncio.sleep(0.2)
    print(0.19 < loop.time() - start < 0.3)
    await asyncio.sleep(-1)
    await asyncio.sleep(0)
    print("negative sleeps end at once")


asyncio.run(main())
