# Async generators and context managers between other tasks.
import asyncio

log = []


async def gen(name, n, turns):
    for i in range(n):
        for _ in range(turns):
            await asyncio.sleep(0)
        log.append(f"yield {name}{i}")
        yield i
    log.append(f"{name} end")


async def consume(name, n, turns):
    async for i in gen(name, n, turns):
        log.append(f"{name} got {i}")
        await asyncio.sleep(0)


class Manager:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        log.append(f"{self.name} entering")
        await asyncio.sleep(0)
        log.append(f"{self.name} in")

    async def __aexit__(self, *error):
        log.append(f"{self.name} leaving")
        await asyncio.sleep(0)
        log.append(f"{self.name} out")


async def manages(name):
    async with Manager(name), Manager(name * 2):
        log.append(f"{name} body")
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(consume("a", 2, 1), consume("b", 2, 0))
    print(*log, sep="\n")
    log.clear()
    await asyncio.gather(manages("x"), manages("y"))
    print(*log, sep="\n")


asyncio.run(main())
