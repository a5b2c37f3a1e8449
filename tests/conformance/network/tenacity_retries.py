# Trying again with tenacity's decorators, around requests and around what fails by itself.
import asyncio
import logging
import sys
import time

import aiohttp
import tenacity
from tenacity import (AsyncRetrying, RetryError, Retrying, before_sleep_log, retry, retry_if_exception_type, retry_if_result,
                      stop_after_attempt, stop_after_delay, wait_chain, wait_exponential, wait_fixed, wait_random_exponential)

URL = "https://mock.loopscope"
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(message)s")
logger = logging.getLogger("retries")
calls = 0


@retry(stop=stop_after_attempt(3), wait=wait_exponential(multiplier=0.05, max=1), retry=retry_if_exception_type(aiohttp.ClientError),
       before_sleep=before_sleep_log(logger, logging.WARNING))
async def fetch(session, path):
    async with session.get(URL + path) as response:
        response.raise_for_status()
        return await response.json()


@retry(stop=stop_after_attempt(4), wait=wait_fixed(0.01), reraise=True)
def flaky():
    global calls
    calls += 1
    if calls < 3:
        raise ValueError(f"call {calls}")
    return calls


async def main():
    async with aiohttp.ClientSession() as session:
        print((await fetch(session, "/get?a=1"))["args"])
        try:
            await fetch(session, "/status/503")
        except RetryError as error:
            print(type(error.last_attempt.exception()).__name__, error.last_attempt.attempt_number, error.last_attempt.failed)
            print(type(error.__cause__).__name__)
        print({key: value for key, value in fetch.retry.statistics.items() if key in ("attempt_number", "idle_for")})
        async for attempt in AsyncRetrying(stop=stop_after_attempt(3), wait=wait_fixed(0.01)):
            with attempt:
                number = attempt.retry_state.attempt_number
                print("attempt", number)
                if number < 3:
                    raise ConnectionError("not yet")
        try:
            await fetch.retry_with(stop=stop_after_attempt(1))(session, "/status/404")
        except RetryError as error:
            print("once only:", error.last_attempt.exception().status)
    print(asyncio.iscoroutinefunction(fetch), fetch.__name__)


print(flaky(), flaky.retry.statistics["attempt_number"])
calls = -10
try:
    flaky()
except ValueError as error:
    print("reraised:", error)
asyncio.run(main())

numbers = iter([None, None, 5])
print(Retrying(retry=retry_if_result(lambda value: value is None), wait=wait_fixed(0))(lambda: next(numbers)))
for attempt in Retrying(stop=stop_after_delay(0.05) | stop_after_attempt(2), reraise=True):
    with attempt:
        print("with:", attempt.retry_state.attempt_number)


class State:
    def __init__(self, attempt_number):
        self.attempt_number = attempt_number


print([wait_exponential(multiplier=1, min=2, max=10)(State(number)) for number in range(1, 6)])
print([wait_chain(wait_fixed(1), wait_fixed(2) + wait_fixed(3))(State(number)) for number in (1, 2, 3)])
print(0 <= wait_random_exponential(max=3)(State(9)) <= 3)


@retry(retry_error_callback=lambda state: f"gave up after {state.attempt_number}", stop=stop_after_attempt(2))
def hopeless():
    raise tenacity.TryAgain


print(hopeless())
