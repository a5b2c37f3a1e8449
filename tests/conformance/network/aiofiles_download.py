# Downloads to files, several at once, chunk by chunk, with what each has got so far.
import asyncio
import hashlib
import os
import tempfile

import aiofiles
import aiohttp

URL = "https://mock.loopscope"


async def download(session, gate, size, folder):
    path = os.path.join(folder, f"{size}.bin")
    async with gate:
        async with session.get(f"{URL}/bytes/{size}?seed={size}") as response:
            response.raise_for_status()
            async with aiofiles.open(path, "wb") as file:
                async for chunk in response.content.iter_chunked(1024):
                    await file.write(chunk)
    return path


async def main():
    gate = asyncio.Semaphore(2)
    with tempfile.TemporaryDirectory() as folder:
        async with aiohttp.ClientSession() as session:
            paths = await asyncio.gather(*(download(session, gate, size, folder) for size in (100, 5000, 20000)))
        for path in paths:
            async with aiofiles.open(path, "rb") as file:
                data = await file.read()
            print(os.path.basename(path), len(data), hashlib.sha256(data).hexdigest()[:16])


asyncio.run(main())
