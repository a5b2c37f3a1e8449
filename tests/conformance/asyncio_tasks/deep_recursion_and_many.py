# Recursion through awaits and through tasks; RecursionError in a coroutine.
import asyncio


async def depth(n):
    return n if n == 0 else 1 + await depth(n - 1)


async def by_tasks(n):
    if n == 0:
        return 0
    return 1 + await asyncio.create_task(by_tasks(n - 1))


async def forever(n):
    await forever(n + 1)


async def collatz(n, steps=0):
    if n == 1:
        return steps
    await asyncio.sleep(0)
    return await collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)


async def main():
    print(await depth(300))
    print(await by_tasks(500))
    try:
        await forever(0)
    except RecursionError as error:
        print("RecursionError:", error)
    print(await asyncio.gather(*(collatz(n) for n in (1, 6, 7, 27))))


asyncio.run(main())
