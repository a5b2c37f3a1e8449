# Arguments and attributes that are seldom used.
import asyncio

import aiohttp
from yarl import URL

HOST = "https://mock.loopscope"


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get(HOST + "/get", params="key=value+1&b=2") as response:
            print(response.url, (await response.json())["args"])
        async with session.get(URL(HOST) / "get" % {"a": "b"}) as response:
            print(response.url)
        async with session.get(URL(HOST + "/get?x=%30", encoded=True)) as response:
            print(response.url)
        async with session.get(HOST + "/get", timeout=2, ssl=False) as response:
            print(response.status, response.raw_headers[0], response.version)
        async with session.get(HOST + "/response-headers",
                               params={"Link": '<https://mock.loopscope/p2>; rel="next"',
                                       "Content-Disposition": 'attachment; filename="a.txt"'}) as response:
            print(response.links["next"]["url"], response.content_disposition.filename, response.content_disposition.type)
        async with session.get(HOST + "/get", headers=[("X-A", "1"), ("X-A", "2")]) as response:
            print(response.request_info.headers.getall("X-A"))
        async with session.get(HOST + "/get", skip_auto_headers=["User-Agent"]) as response:
            print("User-Agent" in (await response.json())["headers"])
        async with session.get(HOST + "/status/304") as response:
            print(response.status, repr(await response.text()), response.content)
        session.cookie_jar.update_cookies({"k": "v"})
        async with session.get(HOST + "/cookies") as response:
            print(await response.json(), [cookie.key for cookie in session.cookie_jar])
        async with session.get(HOST + "/html") as response:
            print(await response.text(encoding="latin-1", errors="ignore") == (await response.read()).decode("latin-1"))

    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        async with session.get(HOST + "/cookies/set?a=1") as response:
            print(await response.json(), len(session.cookie_jar))
        async with session.get(HOST + "/cookies") as response:
            print(await response.json())

    async def strict(response):
        if response.status == 418:
            raise RuntimeError("a teapot")

    async with aiohttp.ClientSession(raise_for_status=strict) as session:
        try:
            await session.get(HOST + "/status/418")
        except RuntimeError as error:
            print(error)
        print((await session.get(HOST + "/status/404")).status)
        print((await session.get(HOST + "/status/418", raise_for_status=False)).status)
    async with aiohttp.request("GET", HOST + "/get", params={"n": 1}) as response:
        print(response.status, (await response.json())["args"])


asyncio.run(main(), debug=True)
