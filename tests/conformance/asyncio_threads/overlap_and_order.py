# Threads and tasks side by side; exceptions; results by completion.
import asyncio
import time


def blocking(name, seconds):
    time.sleep(seconds)
    return name


def counts(n):
    total = 0
    for i in range(n):
        total += i
    return total


async def main():
    loop = asyncio.get_running_loop()
    log = []

    async def task(name, seconds):
        await asyncio.sleep(seconds)
        log.append(name)

    async def thread(name, seconds):
        log.append(await asyncio.to_thread(blocking, name, seconds))

    await asyncio.gather(thread("t1", 0.1), task("c1", 0.05), thread("t2", 0.2), task("c2", 0.15))
    print(log)
    for done in asyncio.as_completed([asyncio.to_thread(blocking, n, s) for n, s in (("x", 0.15), ("y", 0.05), ("z", 0.1))]):
        print(await done)
    print(await asyncio.gather(*(asyncio.to_thread(counts, n) for n in (10, 1000, 20000))))
    futures = [loop.run_in_executor(None, pow, 2, n) for n in range(5)]
    print([await f for f in futures])

    def fails():
        raise KeyError("in the thread")

    results = await asyncio.gather(asyncio.to_thread(fails), asyncio.to_thread(blocking, "ok", 0), return_exceptions=True)
    print(results)
    try:
        await loop.run_in_executor(None, fails)
    except KeyError as error:
        print(repr(error))
    f = loop.run_in_executor(None, blocking, "callback", 0.02)
    f.add_done_callback(lambda f: log.append(f.result()))
    await f
    await asyncio.sleep(0)
    print(log[-1])
    shared = []

    def appends(n):
        for i in range(100):
            shared.append(n)

    await asyncio.gather(*(asyncio.to_thread(appends, n) for n in range(3)))
    print(len(shared), [shared.count(n) for n in range(3)])


asyncio.run(main())
