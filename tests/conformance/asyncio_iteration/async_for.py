# async for: the protocol, else, break, errors.
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        print("aiter")
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class NoAnext:
    def __aiter__(self):
        return 5


class PlainAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class AiterCoroutine:
    async def __aiter__(self):
        return Countdown(1)


class Fails:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise ValueError("from anext")


async def main():
    async for i in Countdown(3):
        print(i)
    else:
        print("else")
    async for i in Countdown(3):
        if i == 1:
            break
        print("loop", i)
    else:
        print("not printed")
    async for i in Countdown(2):
        async for j in Countdown(2):
            if j == 1:
                continue
            print(i, j)
    async for (a, b), c in Pairs():
        print(a, b, c)
    for wrong in (5, [1], NoAnext(), PlainAnext(), Fails()):
        try:
            async for x in wrong:
                print(x)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, "|", error)
    try:
        for x in Countdown(1):
            pass
    except TypeError as error:
        print(error)
    c = Countdown(2)
    print(await anext(c), await anext(c), await anext(c, "default"))
    try:
        await anext(c)
    except StopAsyncIteration:
        print("StopAsyncIteration")
    print(aiter(c) is c)
    for wrong in (5, []):
        for f in (aiter, anext):
            try:
                f(wrong)
            except TypeError as error:
                print(error)


class Pairs:
    def __init__(self):
        self.items = [((1, 2), 3), ((4, 5), 6)]

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return self.items.pop(0)
        except IndexError:
            raise StopAsyncIteration from None


asyncio.run(main())
