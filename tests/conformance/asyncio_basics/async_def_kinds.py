# Methods, static methods, lambdas, closures, nested and decorated coroutine functions.
import asyncio
import functools


def logged(f):
    @functools.wraps(f)
    async def wrapper(*args, **kw):
        print("->", f.__name__, args[1:] if args and isinstance(args[0], Service) else args, kw)
        result = await f(*args, **kw)
        print("<-", result)
        return result

    return wrapper


class Service:
    def __init__(self, name):
        self.name = name

    @logged
    async def get(self, key, *, default=None):
        await asyncio.sleep(0)
        return f"{self.name}:{key}:{default}"

    @classmethod
    async def create(cls, name):
        await asyncio.sleep(0)
        return cls(name)

    @staticmethod
    async def add(a, b=1, *rest, **kw):
        return a + b + sum(rest) + sum(kw.values())

    @property
    async def lazy(self):
        return "async property"

    async def __call__(self, x):
        return x * 2

    async def recursive(self, n):
        return 1 if n == 0 else n * await self.recursive(n - 1)


class Sub(Service):
    async def get(self, key, **kw):
        return "sub " + await super().get(key, **kw)


async def main():
    s = await Service.create("svc")
    print(await s.get("k"), await s.get("k", default=1))
    print(await Service.add(1), await s.add(1, 2, 3, x=4), await s.lazy, await s(21), await s.recursive(10))
    print(await Sub("s").get("q"))
    make = lambda x: s(x)
    print(await make(4), await (lambda: asyncio.sleep(0, "lambda"))())

    def outer(n):
        count = n

        async def inner():
            nonlocal count
            count += 1
            await asyncio.sleep(0)
            return count

        return inner

    f = outer(5)
    print(await f(), await f(), await asyncio.gather(f(), f()))
    handlers = {"a": f, "b": s.recursive}
    print(await handlers["b"](4), asyncio.iscoroutinefunction(s.get), asyncio.iscoroutinefunction(make), s.get.__name__)
    partial = functools.partial(Service.add, 10, x=5)
    print(await partial(20), asyncio.iscoroutinefunction(partial))
    for bad in (lambda: s.get(), lambda: Service.add(), lambda: s.recursive(1, 2)):
        try:
            await bad()
        except TypeError as error:
            print(error)


asyncio.run(main())
