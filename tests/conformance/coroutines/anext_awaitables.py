"""anext() and `async for` over iterators whose __anext__() gives odd things: when each of them is refused, and by whom."""
import asyncio


class Iterator:
    def __init__(self, what):
        self.what = what

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.what


class GivesNumber:
    def __await__(self):
        return 42


class Fails:
    def __await__(self):
        1 / 0


async def numbers():
    yield 1


async def main():
    for make in (GivesNumber, lambda: iter("abc"), lambda: 5, Fails, lambda: asyncio.sleep(0, "slept"), lambda: (x for x in [])):
        for default in ((), ("default",)):
            awaitable = anext(Iterator(make()), *default)
            try:
                print(await awaitable)
            except Exception as error:
                print(type(error).__name__, error)
    for make in (GivesNumber, lambda: 5, Fails):
        try:
            async for _ in Iterator(make()):
                pass
        except TypeError as error:
            print(error, "from", repr(error.__cause__))
    # Forgotten: the warning names what they hold.
    generator = numbers()
    anext(generator, None)
    anext(Iterator(main()), None)
    print(await anext(generator, "over"), await anext(generator, "over"))


asyncio.run(main())
