# As programs were written some years ago: async_timeout, loops got by hand, certificates named, session.get awaited late.
import asyncio
import ssl

import aiohttp
import async_timeout
import certifi

URL = "https://mock.loopscope"


async def fetch(session, url, seconds=5):
    async with async_timeout.timeout(seconds):
        async with session.get(url) as response:
            return await response.text()


async def fetch_all(urls):
    async with aiohttp.ClientSession() as session:
        tasks = [asyncio.ensure_future(fetch(session, url)) for url in urls]
        return await asyncio.gather(*tasks)


async def timeouts():
    async with aiohttp.ClientSession() as session:
        try:
            await fetch(session, URL + "/delay/3", 0.2)
        except asyncio.TimeoutError as error:
            print("too slow:", type(error).__name__)
        async with async_timeout.timeout(2) as limit:
            print(limit.expired, bool(limit.expired()), limit.deadline > asyncio.get_running_loop().time())
            limit.shift(1)
            limit.reject()
            print(limit.deadline)
            await session.get(URL + "/get")
        print(limit.expired)
    context = ssl.create_default_context()
    print(certifi.where().endswith((".crt", ".pem")))
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=context)) as session:
        response = await session.get(URL + "/status/200")
        print(response.status)
        response.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    pages = loop.run_until_complete(fetch_all([URL + "/html", URL + "/get?a=1"]))
    print([len(page) > 0 for page in pages])
    loop.run_until_complete(timeouts())
finally:
    loop.close()
