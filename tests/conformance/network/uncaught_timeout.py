# Nobody catches the deadline of a request.
import asyncio

import aiohttp


async def main():
    timeout = aiohttp.ClientTimeout(total=0.3)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        async with session.get("https://mock.loopscope/delay/2") as response:
            print(response.status)


asyncio.run(main())
