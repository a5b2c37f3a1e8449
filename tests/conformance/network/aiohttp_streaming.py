# A body read piece by piece, while it still arrives.
import asyncio
import json
import time

import aiohttp

URL = "https://mock.loopscope"


async def main():
    async with aiohttp.ClientSession() as session:
        start = time.monotonic()
        moments = []
        async with session.get(URL + "/stream/5") as response:
            async for line in response.content:
                moments.append(time.monotonic() - start)
                print(json.loads(line)["id"])
        print("spread out:", all(later - earlier > 0.05 for earlier, later in zip(moments, moments[1:])))

        async with session.get(URL + "/bytes/1000?seed=1") as response:
            sizes = []
            async for chunk in response.content.iter_chunked(300):
                sizes.append(len(chunk))
            print(sizes, response.content.at_eof())

        async with session.get(URL + "/bytes/300000?seed=1") as response:
            total = 0
            async for chunk in response.content.iter_any():
                total += len(chunk)
            print(total)

        async with session.get(URL + "/stream/3") as response:
            first = await response.content.readline()
            print(json.loads(first)["id"], await response.content.read(1), await response.content.readexactly(4))
            rest = await response.content.read()
            print(rest.count(b"\n"), await response.content.read(), response.content.is_eof())
            try:
                await response.content.readexactly(10)
            except asyncio.IncompleteReadError as error:
                print(error)

        async with session.get(URL + "/stream/20") as response:
            async for line in response.content:
                print("enough:", json.loads(line)["id"])
                break
        try:
            await response.read()
        except aiohttp.ClientConnectionError as error:
            print(type(error).__name__, error)

        async with session.get(URL + "/get") as response:
            pass
        try:
            await response.text()
        except aiohttp.ClientConnectionError as error:
            print(type(error).__name__, error)


asyncio.run(main())
