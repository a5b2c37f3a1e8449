"""Context managers that lack a method, fail on the way in or out, or take the wrong arguments."""
import asyncio


def attempt(manager):
    try:
        with manager as value:
            print("inside", value)
    except Exception as error:
        print(type(manager).__name__, type(error).__name__, error, "| context:", repr(error.__context__))


class Nothing:
    pass


class OnlyEnter:
    def __enter__(self):
        return self


class OnlyExit:
    def __exit__(self, *args):
        pass


class EnterFails:
    def __enter__(self):
        raise KeyError("enter")

    def __exit__(self, *args):
        print("not called")


class ExitFails:
    def __enter__(self):
        return "fine"

    def __exit__(self, *args):
        raise KeyError("exit")


class ExitTakesNothing:
    def __enter__(self):
        return "fine"

    def __exit__(self):
        pass


class Async:
    async def __aenter__(self):
        return "async"

    async def __aexit__(self, *args):
        return False


for kind in (Nothing, OnlyEnter, OnlyExit, EnterFails, ExitFails, ExitTakesNothing, Async):
    attempt(kind())
try:
    with ExitFails():
        raise ValueError("body")
except KeyError as error:
    print(error, repr(error.__context__))


async def main():
    for manager in (Nothing(), ExitFails(), Async()):
        try:
            async with manager as value:
                print("inside", value)
        except TypeError as error:
            print(error)

    class BadExit:
        async def __aenter__(self):
            return 1

        def __aexit__(self, *args):
            return 5

    try:
        async with BadExit():
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
with Async():
    pass
