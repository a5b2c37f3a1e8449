# Sending: JSON, forms, files, text, bytes, and what is made on the way.
import asyncio
import io

import aiohttp

URL = "https://mock.loopscope"


async def show(response):
    data = await response.json()
    headers = data["headers"]
    print(response.method, {name: data[name] for name in ("args", "form", "files", "json", "data")},
          headers.get("Content-Type", "").partition(";")[0], headers.get("Content-Length"), headers.get("Transfer-Encoding"))


async def pieces():
    for word in ("one ", "two ", "three"):
        await asyncio.sleep(0.01)
        yield word.encode()


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.post(URL + "/post", json={"name": "지수", "tags": ["a", "b"]}) as response:
            await show(response)
        async with session.post(URL + "/post", data={"name": "Ann Lee", "age": "30"}) as response:
            await show(response)
        async with session.post(URL + "/post", data=[("tag", "a"), ("tag", "b & c")]) as response:
            await show(response)
        async with session.put(URL + "/put", data="plain text") as response:
            await show(response)
        async with session.patch(URL + "/patch", data=b"\x01\x02", params={"n": 1.5}) as response:
            print(response.status, response.request_info.headers["Content-Type"])
        async with session.delete(URL + "/delete", params=[("id", "1"), ("id", "2")]) as response:
            await show(response)
        async with session.post(URL + "/post") as response:
            await show(response)
        form = aiohttp.FormData()
        form.add_field("title", "Notes")
        form.add_field("file", io.BytesIO(b"content of the file"), filename="notes.txt", content_type="text/plain")
        async with session.post(URL + "/post", data=form) as response:
            data = await response.json()
            print(data["form"], data["files"], data["headers"]["Content-Type"].partition(";")[0])
        async with session.post(URL + "/post", data=io.BytesIO(b"from memory")) as response:
            print((await response.json())["data"])
        async with session.post(URL + "/post", data=pieces(), headers={"Content-Type": "text/plain"}) as response:
            print((await response.json())["data"])
        async with session.request("OPTIONS", URL + "/status/204") as response:
            print(response.method, response.status, await response.read())
        async with session.head(URL + "/get") as response:
            print(response.method, response.status, await response.read())
        for wrong in ({"json": 1, "data": 2}, {"params": {"flag": True}}, {"params": {"none": None}}):
            try:
                await session.post(URL + "/post", **wrong)
            except (TypeError, ValueError) as error:
                print(type(error).__name__, error)


asyncio.run(main())
