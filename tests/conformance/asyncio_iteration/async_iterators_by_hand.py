# Async zip, map, filter, chain, take, enumerate, groups, buffers; plain and async sources mixed.
import asyncio


async def aiter_any(source):
    if hasattr(source, "__aiter__"):
        async for x in source:
            yield x
    else:
        for x in source:
            yield x


async def amap(f, source):
    async for x in aiter_any(source):
        result = f(x)
        yield await result if asyncio.iscoroutine(result) else result


async def afilter(f, source):
    async for x in aiter_any(source):
        if f(x):
            yield x


async def azip(*sources):
    iterators = [aiter(aiter_any(s)) for s in sources]
    while True:
        try:
            yield tuple([await anext(i) for i in iterators])
        except StopAsyncIteration:
            return


async def achain(*sources):
    for s in sources:
        async for x in aiter_any(s):
            yield x


async def take(n, source):
    if n <= 0:
        return
    async for x in aiter_any(source):
        yield x
        n -= 1
        if n == 0:
            return


async def aenumerate(source, start=0):
    async for x in aiter_any(source):
        yield start, x
        start += 1


async def batches(source, size):
    batch = []
    async for x in aiter_any(source):
        batch.append(x)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def count(n=0, step=1):
    while True:
        yield n
        await asyncio.sleep(0)
        n += step


async def collect(source):
    return [x async for x in aiter_any(source)]


async def areduce(f, source, value):
    async for x in aiter_any(source):
        value = f(value, x)
    return value


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    print(await collect(take(3, count())), await collect(amap(double, "ab")), await collect(amap(str, take(2, count(5)))))
    print(await collect(afilter(lambda x: x % 3 == 0, take(10, count()))), await collect(azip(count(), "xyz", take(2, count(9)))))
    print(await collect(achain("ab", take(2, count()), [])), await collect(aenumerate("pq", 1)), await collect(batches(take(7, count()), 3)))
    print(await areduce(lambda a, b: a + b, take(5, count()), 0), await collect(take(0, count())), [x async for x in take(2, amap(double, count(1, 2)))])
    it = aiter(take(2, count()))
    print(await anext(it), await anext(it), await anext(it, None))
    async for i, (a, b) in aenumerate(azip("ab", count(10))):
        print(i, a, b)
    print(dict([pair async for pair in azip("ab", count())]), {x async for x in aiter_any([1, 1])}, tuple([x async for x in take(2, count())]))


asyncio.run(main())
