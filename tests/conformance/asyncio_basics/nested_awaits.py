# Long chains of awaits pass values, exceptions and cancellation through.
import asyncio


async def deep(n):
    if n == 0:
        await asyncio.sleep(0.01)
        return 0
    return 1 + await deep(n - 1)


async def deep_error(n):
    try:
        if n == 0:
            await asyncio.sleep(0)
            raise ValueError("bottom")
        await deep_error(n - 1)
    finally:
        if n % 20 == 0:
            print("unwinding", n)


async def expressions():
    async def value(x):
        await asyncio.sleep(0)
        return x

    print(await value(1) + await value(2) * await value(3))
    print([await value(i) for i in range(3)], {await value("k"): await value("v")})
    print((await value([1, 2, 3]))[await value(1)])
    print(await value(2) ** await value(3), -await value(4), not await value(0))
    print(f"{await value('in f-string')!r:>15}")
    print(await value(await value(await value("nested"))))
    print("yes" if await value(True) else "no", (await value(0)) or (await value("or")))
    a, *b = await value("xyz")
    print(a, b)
    if (found := await value("walrus")) == "walrus":
        print(found)
    print(max(await value(3), await value(9)), *await value((1, 2)))
    assert await value(True), await value("message")
    d = {}
    d[await value("key")] = await value("stored")
    d["n"] = 1
    d["n"] += await value(10)
    print(d)
    return await value("returned")


async def main():
    print(await deep(150))
    try:
        await deep_error(60)
    except ValueError as error:
        print(error)
    print(await expressions())


asyncio.run(main())
