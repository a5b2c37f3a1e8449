# A loader that gathers single requests of one iteration into batches.
import asyncio


class Loader:
    def __init__(self, fetch_many, limit=3):
        self.fetch_many, self.limit = fetch_many, limit
        self.waiting, self.cache = {}, {}

    def load(self, key):
        if key in self.cache:
            return self.cache[key]
        loop = asyncio.get_running_loop()
        if not self.waiting:
            loop.call_soon(lambda: loop.create_task(self.dispatch()))
        future = self.cache[key] = self.waiting[key] = loop.create_future()
        return future

    async def dispatch(self):
        waiting, self.waiting = self.waiting, {}
        keys = list(waiting)
        for at in range(0, len(keys), self.limit):
            batch = keys[at : at + self.limit]
            try:
                for key, value in zip(batch, await self.fetch_many(batch), strict=True):
                    if isinstance(value, Exception):
                        waiting[key].set_exception(value)
                    else:
                        waiting[key].set_result(value)
            except ValueError as error:
                for key in batch:
                    if not waiting[key].done():
                        waiting[key].set_exception(error)


async def users(keys):
    print("query", keys)
    await asyncio.sleep(0.01)
    return [KeyError(k) if k == 4 else f"user{k}" for k in keys]


async def page(loader, *keys):
    return [await loader.load(k) for k in keys]


async def main():
    loader = Loader(users)
    print(await asyncio.gather(page(loader, 1, 2), page(loader, 3), page(loader, 1), page(loader, 5, 6)))
    print(await loader.load(2))
    print(await asyncio.gather(loader.load(4), loader.load(7), return_exceptions=True))


asyncio.run(main())
