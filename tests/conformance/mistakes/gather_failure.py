# One failure ends gather, but not the others: they go on, and their results are lost.
import asyncio


async def job(n):
    await asyncio.sleep(0.01 * n)
    if n == 2:
        raise ValueError(f"job {n} failed")
    print("job", n, "done")
    return n


async def main():
    try:
        await asyncio.gather(*(job(n) for n in range(1, 5)))
    except ValueError as error:
        print("gather failed:", error)
    await asyncio.sleep(0.1)
    results = await asyncio.gather(*(job(n) for n in range(1, 5)), return_exceptions=True)
    print(results)
    await asyncio.gather(job(1), job(2))


asyncio.run(main())
