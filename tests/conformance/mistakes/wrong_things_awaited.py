# What cannot be awaited, and what is no coroutine.
import asyncio
import types


async def work():
    return 1


def plain():
    return 1


@types.coroutine
def bad_yield():
    yield 42


@types.coroutine
def yields_future():
    yield asyncio.get_running_loop().create_future()


async def attempt(label, action):
    try:
        result = action()
        if asyncio.iscoroutine(result) or asyncio.isfuture(result):
            result = await result
        print(label, "gives", result)
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")


async def awaits(thing):
    return await thing


async def own_task():
    await asyncio.current_task()


async def main():
    loop = asyncio.get_running_loop()
    await attempt("await None", lambda: awaits(None))
    await attempt("await 5", lambda: awaits(5))
    await attempt("await a list", lambda: awaits([1]))
    await attempt("await a function", lambda: awaits(work))
    await attempt("create_task(5)", lambda: asyncio.create_task(5))
    await attempt("create_task(None)", lambda: asyncio.create_task(None))
    await attempt("gather(1)", lambda: asyncio.gather(1))
    await attempt("shield(None)", lambda: asyncio.shield(None))
    await attempt("wait_for(5)", lambda: asyncio.wait_for(5, 1))
    await attempt("ensure_future('x')", lambda: asyncio.ensure_future("x"))
    await attempt("wait([])", lambda: asyncio.wait([]))
    coroutine = work()
    await attempt("wait(coroutine)", lambda: asyncio.wait(coroutine))
    await attempt("wait([coroutine])", lambda: asyncio.wait([coroutine]))
    coroutine.close()
    await attempt("run_coroutine_threadsafe", lambda: asyncio.run_coroutine_threadsafe(plain, loop))
    await attempt("bad yield", lambda: bad_yield())
    await attempt("run(5)", lambda: asyncio.Runner().run(5))
    try:
        await asyncio.create_task(bad_yield_task())
    except RuntimeError as error:
        print("RuntimeError:", error)
    try:
        await asyncio.create_task(yields_task())
    except RuntimeError as error:
        print("RuntimeError:", str(error).partition(" in task")[0])
    try:
        await asyncio.create_task(own_task())
    except RuntimeError as error:
        print("RuntimeError:", str(error).partition(":")[0])
    print(plain() + 1, "is fine; adding to a coroutine is not:")
    coroutine = work()
    try:
        coroutine + 1
    except TypeError as error:
        print("TypeError:", error)
    try:
        coroutine()
    except TypeError as error:
        print("TypeError:", error)
    try:
        for _ in coroutine:
            pass
    except TypeError as error:
        print("TypeError:", error)
    try:
        with asyncio.Lock():
            pass
    except TypeError as error:
        print("TypeError:", error)
    try:
        async with open:
            pass
    except TypeError as error:
        print("TypeError:", error)
    try:
        async for _ in [1]:
            pass
    except TypeError as error:
        print("TypeError:", error)
    coroutine.close()


async def bad_yield_task():
    await bad_yield()


async def yields_task():
    await yields_future()


asyncio.run(main())
for wrong in (5, plain, work):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print("ValueError:", str(error).partition(" at 0x")[0])
