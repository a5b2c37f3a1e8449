# httpx's error for a status, uncaught.
import asyncio

import httpx


async def main():
    async with httpx.AsyncClient(base_url="https://mock.loopscope") as client:
        response = await client.get("/status/503")
        response.raise_for_status()


asyncio.run(main())
