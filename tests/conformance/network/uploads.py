# Files that are sent: whole, piece by piece, as parts of forms; and bodies that are saved.
import asyncio
import os
import tempfile

import aiofiles
import aiohttp
import httpx
import requests

URL = "https://mock.loopscope"


def show(answer):
    headers = answer["headers"]
    print(answer["files"], answer["form"], answer["data"], headers.get("Content-Type", "").partition(";")[0],
          headers.get("Transfer-Encoding"), "Content-Length" in headers)


async def pieces(path):
    async with aiofiles.open(path, "rb") as file:
        while piece := await file.read(4):
            yield piece


async def with_aiohttp(path):
    async with aiohttp.ClientSession() as session:
        with open(path, "rb") as file:
            async with session.post(URL + "/post", data={"file": file, "kind": "text"}) as response:
                show(await response.json())
        for mode in ("rb", "r"):
            with open(path, mode) as file:
                async with session.post(URL + "/post", data=file) as response:
                    show(await response.json())
        async with session.post(URL + "/post", data=pieces(path)) as response:
            show(await response.json())
        form = aiohttp.FormData({"a": "1"})
        form.add_field("b", "2", content_type="text/plain")
        async with session.post(URL + "/post", data=form) as response:
            show(await response.json())
        async with session.get(URL + "/bytes/5000?seed=2") as response:
            with open(path + ".copy", "wb") as file:
                async for chunk in response.content.iter_chunked(1024):
                    file.write(chunk)
    print(os.path.getsize(path + ".copy"))


async def with_httpx(path):
    async with httpx.AsyncClient() as client:
        with open(path, "rb") as file:
            show((await client.post(URL + "/post", files={"file": file})).json())
        with open(path, "rb") as file:
            try:
                await client.post(URL + "/post", content=file)
            except RuntimeError as error:
                print(error)
        show((await client.post(URL + "/post", content=pieces(path))).json())
        images = [("images", ("a.png", b"1", "image/png")), ("images", ("b.png", b"2", "image/png"))]
        show((await client.post(URL + "/post", files=images)).json())


def blocking(path):
    with httpx.Client() as client, open(path, "rb") as file:
        show(client.post(URL + "/post", content=file).json())
    with open(path, "rb") as file:
        show(requests.post(URL + "/post", files={"file": file}).json())
    with open(path, "rb") as file:
        show(requests.post(URL + "/post", data=file).json())
    show(requests.post(URL + "/post", files={"file": ("r.csv", "a,b\n", "text/csv", {"X": "1"})}).json())
    with requests.get(URL + "/bytes/3000?seed=2", stream=True) as response, open(path + ".copy", "wb") as file:
        for chunk in response.iter_content(chunk_size=1000):
            file.write(chunk)
    print(os.path.getsize(path + ".copy"))


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "notes.txt")
    with open(path, "w") as file:
        file.write("hello file")
    asyncio.run(with_aiohttp(path))
    asyncio.run(with_httpx(path))
    blocking(path)
