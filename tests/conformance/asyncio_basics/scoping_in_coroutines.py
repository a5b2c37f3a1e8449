# Closures, nonlocal, globals, comprehensions and defaults in coroutines.
import asyncio

total = 0


async def adds(n):
    global total
    total += n
    await asyncio.sleep(0)
    total += n
    return total


def make_counter():
    count = 0

    async def up():
        nonlocal count
        before = count
        await asyncio.sleep(0)
        count = before + 1
        return count

    return up, lambda: count


async def main():
    print(await asyncio.gather(adds(1), adds(10)), total)
    up, value = make_counter()
    print(await asyncio.gather(up(), up(), up()), value(), await up())
    x = "outer"

    async def shadow():
        x = "inner"
        await asyncio.sleep(0)
        return x

    print(await shadow(), x)
    functions = []
    for i in range(3):

        async def late():
            await asyncio.sleep(0)
            return i

        async def early(i=i):
            await asyncio.sleep(0)
            return i

        functions.append((late, early))
    print(await asyncio.gather(*(f() for pair in functions for f in pair)))
    print([await f(5) for f in (lambda n: adds(n), adds)], [y for y in [await adds(0)]])

    async def unbound():
        try:
            print(value_later)
        except UnboundLocalError as error:
            print(error)
        value_later = await asyncio.sleep(0, "assigned")
        del value_later
        try:
            value_later
        except UnboundLocalError as error:
            print(error)

    await unbound()

    class Local:
        attribute = x

        async def method(self):
            return x, self.attribute, __class__.__name__

    print(await Local().method(), locals()["x"], "up" in locals(), sorted(k for k in locals() if len(k) == 1))


asyncio.run(main())
