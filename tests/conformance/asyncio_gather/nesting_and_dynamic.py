# gather of gathers, with generators, dicts, zips, tasks created inside, exceptions as values.
import asyncio


async def value(x, turns=0):
    for _ in range(turns):
        await asyncio.sleep(0)
    if isinstance(x, Exception):
        raise x
    return x


async def gather_dict(d):
    return dict(zip(d, await asyncio.gather(*d.values())))


async def spawn_inside(depth):
    if depth == 0:
        return [0]
    results = await asyncio.gather(*(spawn_inside(depth - 1) for _ in range(2)))
    return [depth, *results[0], *results[1]]


async def main():
    print(await gather_dict({"a": value(1), "b": value(2, 3), "c": value(3, 1)}))
    print(await spawn_inside(3))
    print(await asyncio.gather(*(asyncio.gather(*(value(i * j) for j in range(3))) for i in range(3))))
    results = await asyncio.gather(value(1), value(ValueError("v")), asyncio.gather(value(KeyError("k")), return_exceptions=True), value(asyncio.CancelledError("c")) if False else value(2), return_exceptions=True)
    print(results)
    good = [r for r in results if not isinstance(r, Exception)]
    print(good, [type(r).__name__ for r in results if isinstance(r, Exception)])
    tasks = [asyncio.create_task(value(i, 5 - i)) for i in range(5)]
    print(await asyncio.gather(*tasks[:2], value("x"), *tasks[2:]), all(t.done() for t in tasks))
    outer = asyncio.gather(value(ValueError("early"), 1), value("late", 4))
    try:
        await outer
    except ValueError as error:
        print(repr(error), outer.done(), outer.exception() is error)
    await asyncio.sleep(0)
    g1 = asyncio.gather(value("p"), value("q"))
    g2 = asyncio.gather(g1, g1, return_exceptions=True)
    print(await g2)
    try:
        await asyncio.gather(asyncio.gather(value(ValueError("deep"))), value(1))
    except ValueError as error:
        print("deep", repr(error))
    print(await asyncio.gather(return_exceptions=True), await asyncio.gather(value(None)))
    (a, b), c = await asyncio.gather(asyncio.gather(value(1), value(2)), value(3))
    print(a, b, c)


asyncio.run(main())
