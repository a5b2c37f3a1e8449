# httpx's timeout, uncaught.
import asyncio

import httpx


async def main():
    async with httpx.AsyncClient(timeout=0.3) as client:
        await client.get("https://mock.loopscope/delay/2")


asyncio.run(main())
