# Synchronisation built from conditions: readers-writer lock, latch, bounded buffer.
import asyncio
from collections import deque
from contextlib import asynccontextmanager


class RWLock:
    def __init__(self):
        self.cond, self.readers, self.writer, self.waiting = asyncio.Condition(), 0, False, 0

    @asynccontextmanager
    async def read(self):
        async with self.cond:
            await self.cond.wait_for(lambda: not self.writer and not self.waiting)
            self.readers += 1
        try:
            yield
        finally:
            async with self.cond:
                self.readers -= 1
                self.cond.notify_all()

    @asynccontextmanager
    async def write(self):
        async with self.cond:
            self.waiting += 1
            await self.cond.wait_for(lambda: not self.writer and not self.readers)
            self.waiting -= 1
            self.writer = True
        try:
            yield
        finally:
            async with self.cond:
                self.writer = False
                self.cond.notify_all()


class Latch:
    def __init__(self, n):
        self.n, self.event = n, asyncio.Event()

    def count_down(self):
        self.n -= 1
        if self.n == 0:
            self.event.set()


class Buffer:
    def __init__(self, size):
        self.items, self.size = deque(), size
        lock = asyncio.Lock()
        self.not_full, self.not_empty = asyncio.Condition(lock), asyncio.Condition(lock)

    async def put(self, x):
        async with self.not_full:
            await self.not_full.wait_for(lambda: len(self.items) < self.size)
            self.items.append(x)
            self.not_empty.notify()

    async def get(self):
        async with self.not_empty:
            await self.not_empty.wait_for(lambda: self.items)
            self.not_full.notify()
            return self.items.popleft()


async def main():
    lock, log = RWLock(), []

    async def reader(name, start):
        await asyncio.sleep(start)
        async with lock.read():
            log.append(f"{name}({lock.readers})")
            await asyncio.sleep(0.15)

    async def writer(name, start):
        await asyncio.sleep(start)
        async with lock.write():
            log.append(f"{name}!")
            await asyncio.sleep(0.1)

    await asyncio.gather(reader("r1", 0), reader("r2", 0.05), writer("w1", 0.1), reader("r3", 0.15), writer("w2", 0.45))
    print(log)
    latch = Latch(3)

    async def step(n):
        await asyncio.sleep(0.05 * n)
        latch.count_down()
        print("counted", n)

    await asyncio.gather(*(step(n) for n in (1, 2, 3)), latch.event.wait())
    buffer, seen = Buffer(2), []

    async def produce(n):
        for i in range(n):
            await buffer.put(i)

    async def consume(n):
        for _ in range(n):
            seen.append(await buffer.get())

    await asyncio.gather(produce(8), consume(3), consume(5))
    print(sorted(seen), len(buffer.items))


asyncio.run(main())
