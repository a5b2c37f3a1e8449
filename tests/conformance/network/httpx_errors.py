# Statuses, timeouts and broken connections as exceptions.
import asyncio

import httpx

URL = "https://mock.loopscope"


def family(error):
    return " < ".join(kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "httpx")


async def attempt(awaitable):
    try:
        response = await awaitable
        print(response.raise_for_status())
    except Exception as error:
        print(f"{type(error).__name__}({str(error)!r})")
        print("   ", family(error))


async def main():
    async with httpx.AsyncClient() as client:
        for path in ("/status/200", "/status/404", "/status/503", "/redirect/1"):
            await attempt(client.get(URL + path))
        await attempt(client.get(URL + "/delay/3", timeout=0.3))
        await attempt(client.get(URL + "/delay/3", timeout=httpx.Timeout(5, read=0.3)))
        await attempt(client.get("http://localhost:9/"))
        await attempt(client.get("mock.loopscope"))
        await attempt(client.get("ftp://mock.loopscope/"))
        await attempt(client.get("http://mock.loopscope:port/"))
        await attempt(client.get(URL + "/redirect/30", follow_redirects=True))
        try:
            (await client.get(URL + "/status/429")).raise_for_status()
        except httpx.HTTPStatusError as error:
            print(error.response.status_code, error.request.method, error.request.url)
        try:
            await client.get("http://localhost:9/path")
        except httpx.RequestError as error:
            print(error.request.url, error.__cause__ is not None)
        try:
            (await client.get(URL + "/html")).json()
        except ValueError as error:
            print(type(error).__name__, error)
    try:
        httpx.get(URL + "/delay/3", timeout=0.2)
    except httpx.TimeoutException as error:
        print(repr(error))
    try:
        httpx.get("http://localhost:9/")
    except httpx.HTTPError as error:
        print(repr(error))
    print(httpx.Timeout(10), httpx.Timeout(10, connect=2), httpx.Timeout(None))


asyncio.run(main())
