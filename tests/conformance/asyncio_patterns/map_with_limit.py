# amap, limited concurrency, chunks, first success, race with timeout, results as a stream.
import asyncio


async def work(n):
    await asyncio.sleep(0.02 * (5 - n) if n < 5 else 0)
    if n == 3:
        raise ValueError("three")
    return n * n


async def amap(f, items, limit):
    sem = asyncio.Semaphore(limit)

    async def one(x):
        async with sem:
            return await f(x)

    return await asyncio.gather(*map(one, items), return_exceptions=True)


async def chunked(f, items, size):
    out = []
    for i in range(0, len(items), size):
        out.extend(await asyncio.gather(*map(f, items[i : i + size]), return_exceptions=True))
        print("chunk", i // size)
    return out


async def stream(f, items):
    tasks = {asyncio.ensure_future(f(x)): x for x in items}
    while tasks:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for t in sorted(done, key=tasks.get):
            yield tasks.pop(t), t.exception() or t.result()


async def first_success(*coros):
    tasks = [asyncio.ensure_future(c) for c in coros]
    try:
        for t in asyncio.as_completed(tasks):
            try:
                return await t
            except Exception as error:
                print("  not", error)
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def fail_after(seconds, text):
    await asyncio.sleep(seconds)
    raise OSError(text)


async def after(seconds, value):
    await asyncio.sleep(seconds)
    return value


async def main():
    print(await amap(work, range(6), 2))
    print(await chunked(work, [0, 1, 2, 3, 4], 2))
    async for x, result in stream(work, [1, 2, 3]):
        print(x, repr(result))
    print(await first_success(fail_after(0.02, "a"), after(0.15, "b"), after(0.09, "c")))


asyncio.run(main())
