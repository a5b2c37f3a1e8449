# One request, and what there is to know about its answer.
import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get("https://mock.loopscope/get", params={"city": "서울", "days": 3}) as response:
            print(response.status, response.reason, response.ok)
            print(response.content_type, response.charset)
            print(response.method, response.url, response.host)
            data = await response.json()
            print(data["args"], data["url"])
            print(type(response.headers).__name__, "Content-Type" in response.headers, "content-type" in response.headers)
        print(response.closed, session.closed)

        async with session.get("https://mock.loopscope/html") as response:
            text = await response.text()
            print(text.startswith("<!doctype html>"), response.get_encoding())

        response = await session.get("https://mock.loopscope/json")
        print(sorted(await response.json()))

        async with session.get("https://mock.loopscope/status/404") as response:
            print(response.status, response.ok, repr(await response.text())[:2])
    print(session.closed)


asyncio.run(main())
