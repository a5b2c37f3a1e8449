# Barriers: rounds, abort, reset, cancelled waiters, `async with`.
import asyncio


async def meet(barrier, name, rounds):
    for n in range(rounds):
        try:
            async with barrier as position:
                print(name, "round", n, "position", position)
        except asyncio.BrokenBarrierError as error:
            print(name, "broken:", error)
            return


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(meet(barrier, name, 2) for name in "abc"))
    print(barrier.n_waiting, barrier.parties, barrier.broken)

    waiting = [asyncio.create_task(meet(barrier, name, 1)) for name in "de"]
    await asyncio.sleep(0)
    print("waiting:", barrier.n_waiting)
    await barrier.reset()
    await asyncio.gather(*waiting)
    print("after reset:", barrier.broken, barrier.n_waiting)

    waiting = [asyncio.create_task(meet(barrier, name, 1)) for name in "fg"]
    await asyncio.sleep(0)
    await barrier.abort()
    await asyncio.gather(*waiting)
    print("after abort:", barrier.broken)
    await meet(barrier, "h", 1)
    await barrier.reset()
    print("mended:", barrier.broken)

    first, second = (asyncio.create_task(barrier.wait()) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait([first])
    print("cancelled:", first.cancelled(), barrier.n_waiting)
    others = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    print(sorted(await asyncio.gather(second, *others)))
    for wrong in (0, -1):
        try:
            asyncio.Barrier(wrong)
        except ValueError as error:
            print(error)


asyncio.run(main())
