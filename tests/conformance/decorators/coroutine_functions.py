# One decorator for plain and for coroutine functions.
import asyncio
import functools
import inspect


def logged(function):
    if inspect.iscoroutinefunction(function):
        @functools.wraps(function)
        async def wrapper(*args):
            print("start", function.__name__, args)
            try:
                return await function(*args)
            finally:
                print("end", function.__name__)
    else:
        @functools.wraps(function)
        def wrapper(*args):
            print("call", function.__name__, args)
            return function(*args)
    return wrapper


@logged
def plain(x):
    return x + 1


@logged
async def slow(x):
    await asyncio.sleep(x / 100)
    return x


@logged
async def fails():
    raise LookupError("nothing")


async def main():
    print(plain(1))
    print(await asyncio.gather(slow(2), slow(1)))
    try:
        await fails()
    except LookupError as error:
        print(repr(error))
    print(inspect.iscoroutinefunction(slow), inspect.iscoroutinefunction(plain))
    print(inspect.signature(slow), inspect.unwrap(slow) is slow.__wrapped__)


asyncio.run(main())
