# Nobody catches what raise_for_status raises, in a task of a group.
import asyncio

import aiohttp


async def fetch(session, path):
    async with session.get(f"https://mock.loopscope{path}") as response:
        response.raise_for_status()
        return await response.text()


async def main():
    async with aiohttp.ClientSession() as session:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch(session, "/status/404"))
            group.create_task(fetch(session, "/delay/2"))


asyncio.run(main())
