# A coroutine that dies with the arguments of a call is reported at the line of the call.
import asyncio


async def work():
    pass


def ignores(coroutine, *more, **options):
    return len(more)


async def main():
    ignores(work())
    print("a line between")
    ignores(None, work(), name=work())
    print(ignores(
        1,
        work(),
    ))


asyncio.run(main())
