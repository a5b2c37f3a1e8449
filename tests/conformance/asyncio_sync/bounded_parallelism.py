# Semaphore, Lock, Event and Condition together: a small pool with a gate.
import asyncio


class Pool:
    def __init__(self, size):
        self.slots = asyncio.Semaphore(size)
        self.changed = asyncio.Condition()
        self.running = self.peak = self.done = 0

    async def run(self, name, seconds):
        async with self.slots:
            self.running += 1
            self.peak = max(self.peak, self.running)
            await asyncio.sleep(seconds)
            self.running -= 1
        async with self.changed:
            self.done += 1
            self.changed.notify_all()
        return name

    async def wait_for(self, count):
        async with self.changed:
            await self.changed.wait_for(lambda: self.done >= count)
            return self.done


async def main():
    pool, gate = Pool(3), asyncio.Event()

    async def guarded(n):
        await gate.wait()
        return await pool.run(f"job{n}", 0.1)

    tasks = [asyncio.create_task(guarded(n)) for n in range(7)]
    watcher = asyncio.create_task(pool.wait_for(4))
    await asyncio.sleep(0.01)
    print("before the gate:", pool.running, gate.is_set())
    gate.set()
    print("at least", await watcher >= 4, "peak", pool.peak)
    print(await asyncio.gather(*tasks), pool.running, pool.done)
    lock, log = asyncio.Lock(), []

    async def critical(name):
        async with lock:
            log.append(f"{name} in")
            await asyncio.sleep(0)
            log.append(f"{name} out")

    await asyncio.gather(*map(critical, "abc"))
    print(log, lock.locked())


asyncio.run(main())
