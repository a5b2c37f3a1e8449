# A session that nobody closes says so when it goes.
import asyncio

import aiohttp


class Client:
    def __init__(self):
        self.session = aiohttp.ClientSession()


async def main():
    client = Client()
    print(client.session.closed)
    del client
    await asyncio.sleep(0)
    print("gone")
    session = aiohttp.ClientSession()
    await session.close()
    print(session.closed)
    session = aiohttp.ClientSession()
    session.detach()
    print(session.closed)


asyncio.run(main())
