# async with: the protocol, several managers, errors, suppression.
import asyncio


class Manager:
    def __init__(self, name, suppress=False):
        self.name = name
        self.suppress = suppress

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.name)
        return self.name.upper()

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0)
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.suppress


class NoExit:
    async def __aenter__(self):
        pass


class PlainMethods:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        pass


class FailingEnter(Manager):
    async def __aenter__(self):
        raise ValueError("enter fails")


class FailingExit(Manager):
    async def __aexit__(self, *args):
        raise KeyError("exit fails")


async def returns():
    async with Manager("r"):
        return "returned"


async def main():
    async with Manager("a") as a:
        print("body", a)
    async with Manager("b") as b, Manager("c") as c:
        print(b, c)
    async with (
        Manager("d") as d,
        Manager("e"),
    ):
        print(d)
    async with Manager("f", suppress=True):
        raise ValueError("suppressed")
    try:
        async with Manager("g"), Manager("h"):
            raise LookupError("passes")
    except LookupError as error:
        print(error)
    print(await returns())
    for i in range(3):
        async with Manager(f"loop{i}"):
            if i == 0:
                continue
            break
    for wrong in (5, NoExit(), PlainMethods(), FailingEnter("x"), FailingExit("y")):
        try:
            async with wrong:
                print("body")
        except Exception as error:
            print(type(error).__name__, "|", error)
    try:
        async with FailingExit("z"):
            raise ValueError("body")
    except KeyError as error:
        print(repr(error), repr(error.__context__))
    try:
        with Manager("w"):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
