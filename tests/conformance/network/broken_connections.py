# A connection that breaks before there is an answer, in each client.
import asyncio

import aiohttp
import httpx
import requests

URL = "https://mock.loopscope/flaky/100?how=reset"


async def main():
    async with aiohttp.ClientSession() as session:
        for method in ("GET", "POST"):
            try:
                async with session.request(method, URL) as response:
                    print(response.status)
            except aiohttp.ClientError as error:
                print(method, type(error).__name__, error, isinstance(error, aiohttp.ClientConnectionError))
    async with httpx.AsyncClient() as client:
        try:
            await client.get(URL)
        except httpx.TransportError as error:
            print(type(error).__name__, repr(str(error)))
    try:
        httpx.get(URL)
    except httpx.TransportError as error:
        print(type(error).__name__, repr(str(error)))
    try:
        requests.get(URL)
    except requests.ConnectionError as error:
        print(type(error).__name__, error)


asyncio.run(main())
