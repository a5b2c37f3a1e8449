# AsyncExitStack, aclosing, nullcontext in coroutines.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def connection(name):
    await asyncio.sleep(0)
    print("connect", name)
    try:
        yield name
    except KeyError as error:
        print(name, "sees", repr(error))
        raise
    finally:
        await asyncio.sleep(0)
        print("disconnect", name)


async def numbers():
    try:
        for n in range(10):
            yield n
    finally:
        print("generator closed")


async def main():
    async with AsyncExitStack() as stack:
        for name in ("db", "cache"):
            await stack.enter_async_context(connection(name))

        async def later(word):
            print("pushed", word)

        stack.push_async_callback(later, "first out")
        stack.callback(print, "plain callback")
        print("body")
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(connection("outer"))
            await stack.enter_async_context(connection("inner"))
            raise KeyError("k")
    except KeyError as error:
        print("outside", error)
    async with aclosing(numbers()) as stream:
        async for n in stream:
            if n == 2:
                break
    print("after the loop")
    async with nullcontext("value") as value:
        print(value)
    with nullcontext() as nothing:
        print(nothing)


asyncio.run(main())
