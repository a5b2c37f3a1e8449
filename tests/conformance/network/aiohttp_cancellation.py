# Tasks that wait for an answer can be cancelled at any point; a group cancels its others when one fails.
import asyncio

import aiohttp

URL = "https://mock.loopscope"


async def fetch(session, path):
    try:
        async with session.get(URL + path) as response:
            response.raise_for_status()
            async for _ in response.content.iter_any():
                pass
            print(path, "complete")
    except asyncio.CancelledError:
        print(path, "cancelled")
        raise
    finally:
        print(path, "over")


async def main():
    async with aiohttp.ClientSession() as session:
        waiting = asyncio.create_task(fetch(session, "/delay/5"))
        reading = asyncio.create_task(fetch(session, "/stream/30"))
        await asyncio.sleep(0.5)
        waiting.cancel("not needed")
        await asyncio.sleep(0.1)
        reading.cancel()
        for task in (waiting, reading):
            try:
                await task
            except asyncio.CancelledError as error:
                print("main:", type(error).__name__, error.args)

        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fetch(session, "/delay/3"))
                group.create_task(fetch(session, "/status/500"))
        except* aiohttp.ClientResponseError as errors:
            print([error.status for error in errors.exceptions])

        results = await asyncio.gather(fetch(session, "/delay/0.3"), fetch(session, "/status/503"), return_exceptions=True)
        print([type(result).__name__ for result in results])

        # The session works on.
        async with session.get(URL + "/get") as response:
            print(response.status)


asyncio.run(main())
