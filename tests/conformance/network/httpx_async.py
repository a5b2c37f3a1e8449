# httpx's asynchronous client: requests, answers, and several at once.
import asyncio
import time

import httpx

URL = "https://mock.loopscope"


async def main():
    async with httpx.AsyncClient() as client:
        response = await client.get(f"{URL}/get", params={"city": "서울", "days": 3, "exact": True, "note": None})
        print(response, response.status_code, response.reason_phrase, response.is_success, response.http_version)
        print(response.url, response.json()["args"])
        print(response.headers["content-type"], response.encoding, "Content-Type" in response.headers)
        print(response.request, response.request.headers["user-agent"].startswith("python-httpx/"))
        print(response.elapsed.total_seconds() < 5, len(response.content) == int(response.headers["content-length"]))

        start = time.perf_counter()
        responses = await asyncio.gather(*(client.get(f"{URL}/delay/{seconds}") for seconds in (0.6, 0.2, 0.4)))
        print([response.status_code for response in responses], 0.5 < time.perf_counter() - start < 1.1)

        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(client.get(f"{URL}/status/{status}")) for status in (200, 204, 418)]
        print([task.result().status_code for task in tasks])

        for arrived in asyncio.as_completed([client.get(f"{URL}/delay/{seconds}") for seconds in (0.8, 0.2, 0.5)]):
            print((await arrived).url.path)

        response = await client.post(f"{URL}/post", json={"name": "지수", "n": 1})
        print(response.json()["json"], response.request.headers["content-type"], response.request.headers["content-length"])
        response = await client.post(f"{URL}/post", data={"a": "1 2", "b": ["x", "y"]})
        print(response.json()["form"], response.request.content)
        response = await client.put(f"{URL}/put", content=b"raw bytes")
        print(response.json()["data"])
        response = await client.post(f"{URL}/post", files={"file": ("notes.txt", b"text", "text/plain")}, data={"title": "Notes"})
        print(response.json()["files"], response.json()["form"])

        async def pieces():
            yield b"one "
            yield b"two"

        response = await client.post(f"{URL}/post", content=pieces())
        print(response.json()["data"], response.request.headers.get("transfer-encoding"))
        for method in ("GET", "DELETE", "PATCH", "OPTIONS"):
            response = await client.request(method, f"{URL}/anything")
            print(method, response.status_code, end="; ")
        print((await client.head(f"{URL}/get")).content)
    print(client.is_closed)
    try:
        await client.get(URL)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
