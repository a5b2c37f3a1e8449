# Asynchronous generators that are left: the loop's hooks close them, at the latest when run() ends.
import asyncio
import sys


async def numbers(name):
    try:
        for n in range(5):
            yield n
            await asyncio.sleep(0)
    finally:
        print(name, "closing")
        await asyncio.sleep(0)
        print(name, "closed")


async def failing_close():
    try:
        yield 1
    finally:
        raise ValueError("while closing")


async def main():
    hooks = sys.get_asyncgen_hooks()
    print(hooks.firstiter is not None, hooks.finalizer is not None)
    async for n in numbers("left by break"):
        if n == 2:
            break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("after break")
    kept = numbers("kept")
    print(await anext(kept))
    finished = numbers("finished")
    print([n async for n in finished])
    closed = numbers("closed by hand")
    await anext(closed)
    await closed.aclose()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"].partition(" <")[0],
                                                          repr(context["exception"]), sorted(context)))
    bad = failing_close()
    await anext(bad)
    print("end of main")
    return kept, bad


kept, bad = asyncio.run(main())
print(sys.get_asyncgen_hooks().firstiter)


async def by_hand():
    generator = numbers("shut down by hand")
    await anext(generator)
    await asyncio.get_running_loop().shutdown_asyncgens()
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("over")


asyncio.run(by_hand())
