# Futures used like promises: chaining with then(), all(), errors that travel.
import asyncio


def then(future, function):
    result = asyncio.get_running_loop().create_future()

    def done(source):
        if source.cancelled():
            result.cancel()
        elif error := source.exception():
            result.set_exception(error)
        else:
            try:
                value = function(source.result())
            except Exception as error:
                result.set_exception(error)
            else:
                if asyncio.isfuture(value):
                    then(value, lambda v: v).add_done_callback(lambda f: result.set_exception(f.exception()) if f.exception() else result.set_result(f.result()))
                else:
                    result.set_result(value)

    future.add_done_callback(done)
    return result


async def main():
    loop = asyncio.get_running_loop()
    start = loop.create_future()
    end = then(then(start, lambda v: v + 1), lambda v: asyncio.ensure_future(asyncio.sleep(0.01, v * 10)))
    loop.call_later(0.01, start.set_result, 1)
    print(end.done(), await end)
    start = loop.create_future()
    failing = then(then(start, lambda v: 1 / v), print)
    start.set_result(0)
    try:
        await failing
    except ZeroDivisionError as error:
        print(error)
    start = loop.create_future()
    end = then(start, print)
    start.cancel()
    try:
        await end
    except asyncio.CancelledError:
        print("cancelled", end.cancelled())
    for work in (lambda: start.set_result(1), lambda: loop.create_future().result(), lambda: loop.create_future().set_exception(5)):
        try:
            work()
        except Exception as error:
            print(type(error).__name__, error)
        except asyncio.CancelledError:
            print("CancelledError")


asyncio.run(main())
