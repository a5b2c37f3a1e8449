# Run once, lazy start, ready events, single flight.
import asyncio


class Database:
    instance = None
    lock = None

    @classmethod
    async def get(cls):
        cls.lock = cls.lock or asyncio.Lock()
        async with cls.lock:
            if cls.instance is None:
                print("connecting")
                await asyncio.sleep(0.01)
                cls.instance = cls()
        return cls.instance


class Service:
    def __init__(self):
        self.ready = asyncio.Event()
        self.calls = 0

    async def start(self):
        await asyncio.sleep(0.02)
        self.ready.set()
        print("service ready")

    async def call(self, n):
        await self.ready.wait()
        self.calls += 1
        return n * self.calls


def once(f):
    task = None

    async def wrapper():
        nonlocal task
        if task is None:
            task = asyncio.ensure_future(f())
        return await task

    return wrapper


@once
async def expensive():
    print("expensive runs")
    await asyncio.sleep(0.01)
    return object()


async def main():
    a, b, c = await asyncio.gather(*(Database.get() for _ in range(3)))
    print(a is b is c)
    s = Service()
    starter = asyncio.create_task(s.start())
    print(await asyncio.gather(*(s.call(n) for n in (10, 20, 30))))
    await starter
    x, y = await asyncio.gather(expensive(), expensive())
    print(x is y, await expensive() is x)


asyncio.run(main())
