# contextlib's asynchronous tools.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext, suppress


@asynccontextmanager
async def resource(name, log):
    log.append("open " + name)
    await asyncio.sleep(0)
    try:
        yield name
    except ValueError as error:
        log.append(f"{name} saw {error}")
        raise
    finally:
        await asyncio.sleep(0)
        log.append("close " + name)


@asynccontextmanager
async def swallow():
    try:
        yield
    except KeyError:
        print("swallowed")


@asynccontextmanager
async def never_yields():
    if False:
        yield


@asynccontextmanager
async def yields_twice():
    yield 1
    yield 2


async def main():
    log = []
    async with resource("a", log) as a:
        log.append("body " + a)
    try:
        async with resource("b", log):
            raise ValueError("E")
    except ValueError:
        pass
    print(log)
    async with swallow():
        raise KeyError("k")
    for broken in (never_yields, yields_twice):
        try:
            async with broken() as value:
                print("body", value)
        except RuntimeError as error:
            print(error)

    log.clear()
    async with AsyncExitStack() as stack:
        for n in "xyz":
            await stack.enter_async_context(resource(n, log))

        async def goodbye(word):
            log.append(word)

        stack.push_async_callback(goodbye, "async callback")
        stack.callback(log.append, "sync callback")
        stack.enter_context(suppress(KeyError))
        raise KeyError("suppressed by the stack")
    print(log)

    @resource("decorator", log)
    async def decorated():
        log.append("decorated body")

    log.clear()
    await decorated()
    print(log)
    async with nullcontext("null") as n:
        print(n)

    async def gen():
        try:
            yield 1
            yield 2
        finally:
            print("gen closed")

    async with aclosing(gen()) as g:
        print(await anext(g))


asyncio.run(main())
