# Trying again, with longer and longer pauses: for statuses that may pass, and for requests that fail altogether.
import asyncio
import time

import aiohttp

URL = "https://mock.loopscope"


class GivenUp(Exception):
    pass


async def fetch(session, url, attempts=4, base=0.1):
    for attempt in range(1, attempts + 1):
        try:
            async with session.get(url) as response:
                if response.status in (429, 500, 503):
                    print(f"  attempt {attempt}: {response.status}, Retry-After {response.headers.get('Retry-After')}")
                    await asyncio.sleep(float(response.headers.get("Retry-After", base * 2 ** (attempt - 1))))
                    continue
                response.raise_for_status()
                return await response.json()
        except (aiohttp.ClientConnectionError, asyncio.TimeoutError) as error:
            print(f"  attempt {attempt}: {type(error).__name__}")
            await asyncio.sleep(base * 2 ** (attempt - 1))
    raise GivenUp(url)


async def main():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.5)) as session:
        for path in ("/status/503", "/delay/3"):
            start = time.monotonic()
            try:
                await fetch(session, URL + path, attempts=3)
            except GivenUp as error:
                print("given up:", error, round(time.monotonic() - start, 0) <= 3)
        try:
            await fetch(session, URL + "/status/404")
        except aiohttp.ClientResponseError as error:
            print("not worth another try:", error.status, error.message)
        print((await fetch(session, URL + "/get?a=1"))["args"])

        print("two a second:")
        for number in range(3):
            print(number, (await fetch(session, f"{URL}/ratelimit/2?n={number}"))["args"])


asyncio.run(main())
