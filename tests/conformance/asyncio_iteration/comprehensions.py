# Asynchronous comprehensions and generator expressions.
import asyncio


async def values(n, step=1):
    for i in range(0, n * step, step):
        await asyncio.sleep(0)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


async def main():
    print([x async for x in values(4)])
    print({x % 2 async for x in values(5)})
    print({x: -x async for x in values(3)})
    print([x async for x in values(10) if x % 3 == 0])
    print([await double(x) for x in range(4)])
    print([await double(x) async for x in values(3) if await double(x) > 0])
    print({await double(k): await double(v) for k, v in zip("ab", "cd")})
    print([(x, y) async for x in values(2) async for y in values(2, 10)])
    print([(x, y) for x in "ab" async for y in values(2)])
    print([[y async for y in values(x)] for x in range(3)])
    print([[y async for y in values(x)] async for x in values(3)])
    gen = (x * x async for x in values(4))
    print(type(gen).__name__, [x async for x in gen], [x async for x in gen])
    gen = (await double(x) for x in range(3))
    print(type(gen).__name__, [x async for x in gen])
    print(any([x > 2 async for x in values(4)]), sum([x async for x in values(5)]))
    try:
        list(x async for x in values(2))
    except TypeError as error:
        print(error)
    print([x async for x in values(6) if x % 2 if x > 1])
    print(*[x async for x in values(3)], sep="-")
    print(", ".join([str(x) async for x in values(3)]))
    first, *rest = [x async for x in values(4)]
    print(first, rest)
    functions = [lambda: x async for x in values(3)]
    print([f() for f in functions])


asyncio.run(main())
