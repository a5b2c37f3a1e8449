# What a session keeps for all its requests: an address, headers, credentials, cookies.
import asyncio

import aiohttp
from yarl import URL


async def main():
    headers = {"X-Course": "asyncio", "User-Agent": "lesson/1"}
    async with aiohttp.ClientSession("https://mock.loopscope/", headers=headers) as session:
        async with session.get("headers", headers={"X-Lesson": "7", "X-Course": "network"}) as response:
            seen = (await response.json())["headers"]
            print({name: seen[name] for name in ("X-Course", "X-Lesson", "User-Agent", "Accept", "Host")})
        print(dict(session.headers))

        async with session.get("basic-auth/ann/secret") as response:
            print(response.status)
        async with session.get("basic-auth/ann/secret", auth=aiohttp.BasicAuth("ann", "secret")) as response:
            print(response.status)

        async with session.get("cookies/set", params={"theme": "dark"}) as response:
            print(response.url, [hop.status for hop in response.history], await response.json())
        async with session.get("cookies") as response:
            print(await response.json())
        async with session.get("cookies", cookies={"extra": "1"}) as response:
            print(sorted((await response.json())["cookies"]))
        print([(cookie.key, cookie.value) for cookie in session.cookie_jar])
        print(session.cookie_jar.filter_cookies(URL("https://mock.loopscope/"))["theme"].value)
        session.cookie_jar.clear()
        print(len(session.cookie_jar))

    async with aiohttp.ClientSession(auth=aiohttp.BasicAuth("bo", "pw"), raise_for_status=True) as session:
        async with session.get("https://mock.loopscope/basic-auth/bo/pw") as response:
            print(response.status)
        try:
            await session.get("https://mock.loopscope/status/403")
        except aiohttp.ClientResponseError as error:
            print(error)
    async with aiohttp.ClientSession(cookies={"a": "1"}) as session:
        async with session.get("https://mock.loopscope/cookies") as response:
            print(await response.json())
        print(aiohttp.BasicAuth("bo", "pw"), aiohttp.BasicAuth("bo", "pw").encode())
    try:
        await session.get("https://mock.loopscope/get")
    except RuntimeError as error:
        print(error)


asyncio.run(main())
