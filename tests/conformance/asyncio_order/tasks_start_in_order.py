# First steps come in the order of creation; wake-ups in the order of the events.
import asyncio


async def worker(name, turns):
    for i in range(turns):
        print(name, i)
        await asyncio.sleep(0)
    print(name, "end")
    return name


async def main():
    print("create")
    tasks = [asyncio.create_task(worker(n, t)) for n, t in (("a", 3), ("b", 1), ("c", 2))]
    print("created")
    await asyncio.sleep(0)
    print("main after one turn")
    await tasks[0]
    print("a is done")
    print([await t for t in tasks])

    async def parent(name):
        print(name, "starts child")
        child = asyncio.create_task(worker(name + ".child", 1))
        print(name, "awaits child")
        await child
        print(name, "has child")

    await asyncio.gather(parent("p"), parent("q"))


asyncio.run(main())
