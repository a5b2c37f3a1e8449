# Future: results, exceptions, callbacks, states.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled(), asyncio.isfuture(f), f.get_loop() is loop)
    f.set_result(1)
    print(f.done(), f.result(), f.exception(), await f)
    for work in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            work()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, "|", error)
    print(f.cancel())

    f = asyncio.Future()
    for work in (f.result, f.exception):
        try:
            work()
        except asyncio.InvalidStateError as error:
            print(error)
    error = ValueError("stored")
    f.set_exception(error)
    print(f.exception() is error)
    for _ in range(2):
        try:
            await f
        except ValueError as caught:
            print(caught is error)
    f = loop.create_future()
    f.set_exception(KeyError)
    print(repr(f.exception()))
    f = loop.create_future()
    try:
        f.set_exception(StopIteration(1))
        print(repr(f.exception()))
    except TypeError as error:
        print(error)
    for wrong in (5, "text", int):
        try:
            loop.create_future().set_exception(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    f = loop.create_future()
    print(f.cancel(), f.cancel(), f.cancelled(), f.done())
    try:
        f.result()
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    g = loop.create_future()
    g.cancel(msg="why")
    try:
        await g
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    print(asyncio.wrap_future(g) is g if False else asyncio.ensure_future(g) is g)


asyncio.run(main())
