# Five philosophers, five forks; the smaller fork first, so no deadlock.
import asyncio


async def philosopher(i, forks, meals, log):
    low, high = sorted((i, (i + 1) % len(forks)))
    for meal in range(meals):
        await asyncio.sleep(0.05 + i * 0.005)
        async with forks[low]:
            await asyncio.sleep(0)
            async with forks[high]:
                log.append(i)
                await asyncio.sleep(0.02)


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    log = []
    await asyncio.gather(*(philosopher(i, forks, 3, log) for i in range(5)))
    print({i: log.count(i) for i in range(5)})
    print(any(f.locked() for f in forks))


asyncio.run(main())
