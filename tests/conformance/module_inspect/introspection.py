# Introspection that courses on async use.
import asyncio
import inspect


async def fetch(url, *, retries: int = 3) -> str:
    """Fetch a page."""
    await asyncio.sleep(0)
    return url


async def main():
    c = fetch("x")
    print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.getcoroutinestate(c), inspect.iscoroutinefunction(fetch))
    t = asyncio.create_task(c)
    print(inspect.isawaitable(t), inspect.iscoroutine(t), t.get_coro() is c)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(c), c.cr_frame.f_lineno, c.cr_code.co_name, c.cr_await is not None)
    await t
    print(inspect.getcoroutinestate(c), fetch.__doc__, fetch.__annotations__, fetch.__name__)

    async def watch():
        return inspect.getcoroutinestate(watching)

    watching = watch()
    print(await watching, inspect.getcoroutinestate(watching))

    async def agen():
        yield 1

    g = agen()
    print(inspect.isasyncgen(g), inspect.isasyncgenfunction(agen), inspect.isawaitable(g), await anext(g))
    await g.aclose()

    class A:
        def __await__(self):
            yield

    print(inspect.isawaitable(A()), inspect.isawaitable(asyncio.get_running_loop().create_future()), inspect.isawaitable(5))

    async def failing():
        await asyncio.sleep(0)
        raise ValueError

    f = failing()
    try:
        await f
    except ValueError:
        print(inspect.getcoroutinestate(f), f.cr_frame, f.cr_await)


asyncio.run(main())
