# A client belongs to the event loop in which it was used.
import asyncio

import aiohttp
import httpx

URL = "https://mock.loopscope/get"
client = httpx.AsyncClient()


async def get():
    response = await client.get(URL)
    return response.status_code


print(asyncio.run(get()))
try:
    print(asyncio.run(get()))
except RuntimeError as error:
    print("httpx:", error)
print(asyncio.run(get()))
asyncio.run(asyncio.sleep(0))

try:
    aiohttp.ClientSession()
except RuntimeError as error:
    print("aiohttp:", error)


async def make():
    session = aiohttp.ClientSession()
    async with session.get(URL) as response:
        print(response.status)
    return session


async def use(session):
    async with session.get(URL) as response:
        print(response.status)


session = asyncio.run(make())
try:
    asyncio.run(use(session))
except RuntimeError as error:
    print("aiohttp:", error)
asyncio.run(session.close())
