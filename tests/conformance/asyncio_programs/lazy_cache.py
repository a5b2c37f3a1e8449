# A cache that never computes the same thing twice at the same time.
import asyncio


class AsyncCache:
    def __init__(self, compute, ttl):
        self.compute, self.ttl = compute, ttl
        self.values, self.pending = {}, {}

    async def get(self, key):
        if key in self.values:
            return self.values[key], "hit"
        if key in self.pending:
            return await self.pending[key], "shared"
        future = self.pending[key] = asyncio.get_running_loop().create_future()
        try:
            value = await self.compute(key)
        except Exception as error:
            future.set_exception(error)
            future.exception()
            raise
        else:
            future.set_result(value)
            self.values[key] = value
            asyncio.get_running_loop().call_later(self.ttl, self.values.pop, key, None)
            return value, "computed"
        finally:
            del self.pending[key]


async def main():
    calls = []

    async def compute(key):
        calls.append(key)
        await asyncio.sleep(0.05)
        if key == "bad":
            raise ValueError(key)
        return key.upper()

    cache = AsyncCache(compute, ttl=0.2)
    print(await asyncio.gather(*(cache.get("a") for _ in range(3))))
    print(await cache.get("a"), calls)
    await asyncio.sleep(0.3)
    print(await cache.get("a"), calls)
    results = await asyncio.gather(cache.get("bad"), cache.get("bad"), cache.get("b"), return_exceptions=True)
    print(results, calls)


asyncio.run(main())
