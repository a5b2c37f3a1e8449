# Async generators: asend, athrow, aclose, finally, states.
import asyncio


async def echo():
    print("start")
    received = None
    try:
        while True:
            try:
                received = yield f"echo {received}"
                await asyncio.sleep(0)
            except ValueError as error:
                print("inside caught", error)
                received = "recovered"
    finally:
        await asyncio.sleep(0)
        print("closed")


async def finite():
    yield 1
    await asyncio.sleep(0.01)
    yield 2
    return


async def main():
    g = echo()
    print(type(g).__name__, g.__name__, g.ag_running)
    print(await g.__anext__())
    print(await g.asend("hello"))
    print(await g.athrow(ValueError("thrown")))
    await g.aclose()
    await g.aclose()
    try:
        await g.asend("more")
    except StopAsyncIteration:
        print("exhausted")

    print([x async for x in finite()])
    g = finite()
    print(await anext(g), await anext(g), await anext(g, "no more"))
    g = echo()
    try:
        await g.asend("not none")
    except TypeError as error:
        print(error)
    try:
        await g.athrow(KeyError("before the start"))
    except KeyError as error:
        print(repr(error))
    g = echo()
    await anext(g)
    try:
        await g.athrow(KeyError("unhandled"))
    except KeyError as error:
        print(repr(error))

    async def fails():
        yield "one"
        raise LookupError("two")

    try:
        async for x in fails():
            print(x)
    except LookupError as error:
        print(error)

    async def stops():
        yield 1
        raise StopAsyncIteration("bad")

    try:
        async for x in stops():
            print(x)
    except RuntimeError as error:
        print(error)

    async def ignores_close():
        try:
            yield 1
        except GeneratorExit:
            yield 2

    g = ignores_close()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)
    try:
        for x in finite():
            pass
    except TypeError as error:
        print(error)
    unused = finite()
    await unused.aclose()
    print(await anext(unused, "closed before it started"))


asyncio.run(main())
