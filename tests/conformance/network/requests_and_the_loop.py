# A blocking client in a coroutine stops everything; in a thread it does not.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import aiohttp
import httpx
import requests

URL = "https://mock.loopscope"


async def ticker(ticks):
    while True:
        ticks.append(time.monotonic())
        await asyncio.sleep(0.1)


async def watched(name, coroutine):
    ticks = []
    task = asyncio.create_task(ticker(ticks))
    await asyncio.sleep(0)
    await coroutine
    task.cancel()
    longest = max([b - a for a, b in zip(ticks, [*ticks[1:], time.monotonic()])])
    print(f"{name}: {'the loop stood still' if longest > 0.4 else 'the loop went on'}")


async def with_requests():
    return requests.get(f"{URL}/delay/0.8").status_code


async def with_httpx():
    with httpx.Client() as client:
        return client.get(f"{URL}/delay/0.8").status_code


async def with_aiohttp():
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{URL}/delay/0.8") as response:
            return response.status


async def main():
    await watched("requests", with_requests())
    await watched("httpx.Client", with_httpx())
    await watched("aiohttp", with_aiohttp())
    await watched("to_thread(requests.get)", asyncio.to_thread(requests.get, f"{URL}/delay/0.8"))
    loop = asyncio.get_running_loop()
    await watched("run_in_executor", loop.run_in_executor(None, requests.get, f"{URL}/delay/0.8"))

    start = time.monotonic()
    responses = await asyncio.gather(*(asyncio.to_thread(requests.get, f"{URL}/delay/0.5", timeout=5) for _ in range(4)))
    print([response.status_code for response in responses], 0.4 < time.monotonic() - start < 1.2)
    with ThreadPoolExecutor(max_workers=2) as pool:
        start = time.monotonic()
        futures = [loop.run_in_executor(pool, requests.get, f"{URL}/delay/0.5") for _ in range(4)]
        print([(await future).status_code for future in futures], 0.9 < time.monotonic() - start < 1.7)


asyncio.run(main())
with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(lambda number: requests.get(f"{URL}/get", params={"n": number}).json()["args"]["n"], range(6))))
