# A semaphore lets few requests go at a time; a connector with a limit does so too, by host if wanted.
import asyncio
import time

import aiohttp

running = 0
most = 0


async def fetch(session, number, gate):
    global running, most
    async with gate:
        running += 1
        most = max(most, running)
        async with session.get("https://mock.loopscope/delay/0.4", params={"number": number}) as response:
            data = await response.json()
        running -= 1
        return data["args"]["number"]


async def with_connector(connector, count):
    start = time.monotonic()
    async with aiohttp.ClientSession(connector=connector) as session:
        async def one():
            async with session.get("https://mock.loopscope/delay/0.4") as response:
                await response.read()
        await asyncio.gather(*(one() for _ in range(count)))
    return int((time.monotonic() - start) / 0.4)


async def main():
    gate = asyncio.Semaphore(3)
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*(fetch(session, number, gate) for number in range(8))))
    print("never more than", most)
    print("limit=2:", await with_connector(aiohttp.TCPConnector(limit=2), 6) >= 3)
    print("limit_per_host=3:", await with_connector(aiohttp.TCPConnector(limit=100, limit_per_host=3), 6) >= 2)
    print("limit=0:", await with_connector(aiohttp.TCPConnector(limit=0), 6) < 3)
    connector = aiohttp.TCPConnector(limit=5, limit_per_host=2)
    print(connector.limit, connector.limit_per_host, connector.closed)
    await connector.close()
    print(connector.closed)


asyncio.run(main())
