# Shared lists, default arguments and loop variables among tasks.
import asyncio


async def late(n):
    await asyncio.sleep(0)
    return n


async def main():
    tasks = []
    for i in range(3):

        async def show():
            await asyncio.sleep(0)
            return i

        tasks.append(show())
    print(await asyncio.gather(*tasks))
    print(await asyncio.gather(*((lambda i=i: late(i))() for i in range(3))))

    async def collect(item, bag=[]):
        await asyncio.sleep(0)
        bag.append(item)
        return bag

    results = await asyncio.gather(collect(1), collect(2), collect(3))
    print(results, results[0] is results[1])
    items = [1, 2, 3]

    async def removes():
        for x in items:
            await asyncio.sleep(0)
            items.remove(x)

    async def reads():
        seen = []
        for x in items:
            seen.append(x)
            await asyncio.sleep(0)
        return seen

    print(await asyncio.gather(removes(), reads()), items)
    table = {"a": 1, "b": 2}

    async def grows():
        await asyncio.sleep(0)
        table["c"] = 3

    async def walks():
        for key in table:
            await asyncio.sleep(0)

    print(await asyncio.gather(grows(), walks(), return_exceptions=True))
    check = []

    async def check_then_act():
        if not check:
            await asyncio.sleep(0)
            check.append(1)

    await asyncio.gather(*(check_then_act() for _ in range(3)))
    print(len(check))


asyncio.run(main())
