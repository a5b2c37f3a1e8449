# Barrier: parties meet, positions, abort and reset.
import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)

    async def party(name, seconds):
        await asyncio.sleep(seconds)
        print(name, "arrives")
        position = await barrier.wait()
        print(name, "passes", position)

    await asyncio.gather(party("a", 0.1), party("b", 0.05), party("c", 0.15))
    await asyncio.gather(*(party(n, 0) for n in "def"))

    async def waits():
        try:
            async with barrier as position:
                print("inside", position)
        except asyncio.BrokenBarrierError as error:
            print("broken:", error)

    tasks = [asyncio.create_task(waits()) for _ in range(2)]
    await asyncio.sleep(0.01)
    print(barrier.n_waiting)
    await barrier.abort()
    await asyncio.gather(*tasks)
    print(barrier.broken)
    await waits()
    await barrier.reset()
    print(barrier.broken)
    await asyncio.gather(*(waits() for _ in range(3)))
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
