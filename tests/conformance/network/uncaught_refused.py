# Nobody listens, and nobody catches that.
import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        await session.get("http://127.0.0.1:9/")


asyncio.run(main())
