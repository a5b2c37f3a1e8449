# In debug mode what was not closed tells where it was made.
import asyncio

import aiohttp


async def careful():
    async with aiohttp.ClientSession() as session:
        response = await session.get("https://mock.loopscope/stream/30")
        print(response.closed)
        del response
        await asyncio.sleep(0.01)
        print("it was said")


loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.slow_callback_duration = 60
loop.run_until_complete(careful())
loop.close()
