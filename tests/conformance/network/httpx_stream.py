# Bodies that are read while they arrive.
import asyncio
import json
import time

import httpx

URL = "https://mock.loopscope"


async def main():
    async with httpx.AsyncClient() as client:
        moments = []
        async with client.stream("GET", f"{URL}/stream/4") as response:
            print(response.status_code, response.is_closed)
            async for line in response.aiter_lines():
                moments.append(time.monotonic())
                print(json.loads(line)["id"])
        print(response.is_closed, all(b - a > 0.05 for a, b in zip(moments, moments[1:])))

        async with client.stream("GET", f"{URL}/bytes/1000?seed=7") as response:
            print([len(piece) async for piece in response.aiter_bytes(chunk_size=300)], response.num_bytes_downloaded)
        async with client.stream("GET", f"{URL}/html") as response:
            text = "".join([piece async for piece in response.aiter_text()])
            print(text.startswith("<!doctype"))
        async with client.stream("GET", f"{URL}/get") as response:
            try:
                response.json()
            except httpx.ResponseNotRead as error:
                print(type(error).__name__, error)
            await response.aread()
            print(response.json()["args"])
        async with client.stream("GET", f"{URL}/stream/50") as response:
            async for line in response.aiter_lines():
                print("first:", json.loads(line)["id"])
                break
        print(response.is_closed)
        try:
            await response.aread()
        except httpx.StreamError as error:
            print(type(error).__name__)

    with httpx.stream("GET", f"{URL}/stream/2") as response:
        for line in response.iter_lines():
            print("blocking:", json.loads(line)["id"])


asyncio.run(main())
