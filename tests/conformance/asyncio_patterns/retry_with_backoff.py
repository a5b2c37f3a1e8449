# Retry with exponential backoff, as a decorator.
import asyncio
import functools


def retry(times, delay, *errors):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kw):
            wait = delay
            for attempt in range(1, times + 1):
                try:
                    return await function(*args, **kw)
                except errors as error:
                    print(f"  attempt {attempt} failed: {error}")
                    if attempt == times:
                        raise
                    await asyncio.sleep(wait)
                    wait *= 2

        return wrapper

    return decorate


calls = 0


@retry(3, 0.02, ConnectionError, TimeoutError)
async def flaky(good_after):
    """Fails a few times."""
    global calls
    calls += 1
    await asyncio.sleep(0)
    if calls < good_after:
        raise ConnectionError(f"call {calls}")
    return f"ok after {calls}"


async def main():
    global calls
    print(flaky.__name__, flaky.__doc__)
    for good_after in (1, 3, 5):
        calls = 0
        try:
            print(await flaky(good_after))
        except ConnectionError as error:
            print("gave up:", repr(error))


asyncio.run(main())
