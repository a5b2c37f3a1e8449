# A token bucket and a debouncer.
import asyncio


class Limiter:
    def __init__(self, rate, burst):
        self.tokens = burst
        self.burst = burst
        self.rate = rate
        self.free = asyncio.Condition()

    async def refill(self):
        while True:
            await asyncio.sleep(1 / self.rate)
            async with self.free:
                self.tokens = min(self.burst, self.tokens + 1)
                self.free.notify()

    async def acquire(self):
        async with self.free:
            await self.free.wait_for(lambda: self.tokens > 0)
            self.tokens -= 1


class Debounce:
    def __init__(self, seconds, action):
        self.seconds, self.action, self.handle = seconds, action, None

    def __call__(self, value):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.seconds, self.action, value)


async def main():
    limiter = Limiter(rate=10, burst=2)
    refill = asyncio.create_task(limiter.refill())
    loop = asyncio.get_running_loop()
    start = loop.time()

    async def request(n):
        await limiter.acquire()
        print(f"request {n} at {loop.time() - start:.1f}")

    await asyncio.gather(*(request(n) for n in range(5)))
    refill.cancel()
    search = Debounce(0.1, lambda text: print("search for", text))
    for text in ("a", "as", "asy", "async"):
        search(text)
        await asyncio.sleep(0.03)
    await asyncio.sleep(0.2)
    search("second")
    await asyncio.sleep(0.2)


asyncio.run(main())
