# A session in a global that nobody closes: it is said when the program ends.
import asyncio

import aiohttp


async def main():
    global session
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print("said:", context["message"]))
    session = aiohttp.ClientSession()
    response = await session.get("https://mock.loopscope/json")
    print(response.status, sorted(await response.json()))


asyncio.run(main())
print("end")
