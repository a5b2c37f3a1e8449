# Three ways to wait for several answers at once. Together they take as long as the slowest.
import asyncio
import time

import aiohttp

URL = "https://mock.loopscope/delay/"


async def fetch(session, seconds):
    async with session.get(f"{URL}{seconds}") as response:
        await response.read()
        return seconds, response.status


async def main():
    async with aiohttp.ClientSession() as session:
        start = time.monotonic()
        for seconds in (0.3, 0.6, 0.3):
            await fetch(session, seconds)
        print("one by one:", 1.1 < time.monotonic() - start < 1.9)

        start = time.monotonic()
        print(await asyncio.gather(*(fetch(session, seconds) for seconds in (0.6, 0.2, 0.4))))
        print("gather:", 0.5 < time.monotonic() - start < 1.0)

        start = time.monotonic()
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fetch(session, seconds)) for seconds in (0.2, 0.5)]
        print([task.result() for task in tasks])

        for next_done in asyncio.as_completed([fetch(session, seconds) for seconds in (0.9, 0.2, 0.55)]):
            seconds, status = await next_done
            print("arrived:", seconds, status)

        done, pending = await asyncio.wait([asyncio.create_task(fetch(session, seconds)) for seconds in (0.3, 2)],
                                           return_when=asyncio.FIRST_COMPLETED)
        print(len(done), "done,", len(pending), "pending")
        for task in pending:
            task.cancel()
        print([type(result).__name__ for result in await asyncio.gather(*pending, return_exceptions=True)])

        # What the session's methods return is itself awaitable, also as a task.
        responses = await asyncio.gather(session.get(f"{URL}0.1"), asyncio.create_task(session.get(f"{URL}0.2")))
        print([response.status for response in responses])
        for response in responses:
            response.release()


asyncio.run(main())
