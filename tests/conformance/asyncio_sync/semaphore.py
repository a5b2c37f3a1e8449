# Semaphore and BoundedSemaphore: limits, FIFO, errors.
import asyncio


async def main():
    sem = asyncio.Semaphore(2)
    active = peak = 0
    log = []

    async def user(name, seconds):
        nonlocal active, peak
        async with sem:
            active += 1
            peak = max(peak, active)
            log.append(f"+{name}")
            await asyncio.sleep(seconds)
            log.append(f"-{name}")
            active -= 1

    times = {"a": 0.05, "b": 0.15, "c": 0.2, "d": 0.2, "e": 0.1}
    await asyncio.gather(*(user(n, s) for n, s in times.items()))
    print(log, peak, sem.locked())

    await sem.acquire()
    print(sem.locked())
    await sem.acquire()
    print(sem.locked())
    log.clear()
    tasks = [asyncio.create_task(user(n, 0)) for n in "xyz"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    sem.release()
    sem.release()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log)

    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        print(bounded.locked())
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    sem.release()
    for _ in range(3):
        await sem.acquire()
    print("an unbounded one can grow:", sem.locked())
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    zero = asyncio.Semaphore(0)
    print(zero.locked())
    asyncio.get_running_loop().call_later(0.02, zero.release)
    print(await zero.acquire())
    try:
        await asyncio.wait_for(zero.acquire(), 0.02)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
