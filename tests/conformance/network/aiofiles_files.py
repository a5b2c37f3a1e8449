# Files in coroutines: each operation runs in a thread, so the loop goes on.
import asyncio
import os
import tempfile

import aiofiles
import aiofiles.os


async def copy(source, target, size=4):
    async with aiofiles.open(source, "rb") as reading, aiofiles.open(target, "wb") as writing:
        while chunk := await reading.read(size):
            await writing.write(chunk)
    return (await aiofiles.os.stat(target)).st_size


async def main(folder):
    path = os.path.join(folder, "notes.txt")
    async with aiofiles.open(path, "w", encoding="utf-8") as file:
        print(await file.write("first line\n"), file.closed, file.mode)
        await file.writelines(["둘째 줄\n", "third line\n"])
    print(file.closed)
    async with aiofiles.open(path, encoding="utf-8") as file:
        async for line in file:
            print(repr(line))
        await file.seek(0)
        print(repr(await file.readline()), await file.tell(), len(await file.readlines()))
    async with aiofiles.open(path, "a") as file:
        await file.write("end\n")
    file = await aiofiles.open(path, "rb")
    try:
        print(await file.read(5), await file.peek(3) != b"", file.name == path)
    finally:
        await file.close()

    sizes = await asyncio.gather(*(copy(path, os.path.join(folder, f"copy{number}")) for number in range(3)))
    print(sizes, sorted(await aiofiles.os.listdir(folder)))
    print(await aiofiles.os.path.exists(path), await aiofiles.os.path.isdir(folder), await aiofiles.os.path.getsize(path))
    await aiofiles.os.makedirs(os.path.join(folder, "a", "b"), exist_ok=True)
    await aiofiles.os.rename(path, os.path.join(folder, "a", "moved.txt"))
    await aiofiles.os.remove(os.path.join(folder, "copy0"))
    print(sorted(await aiofiles.os.listdir(folder)), await aiofiles.os.path.isfile(os.path.join(folder, "a", "moved.txt")))
    try:
        async with aiofiles.open(os.path.join(folder, "none.txt")):
            pass
    except FileNotFoundError as error:
        print(type(error).__name__, error.errno)
    try:
        async with aiofiles.open(path, "w") as file:
            raise ValueError("in the middle")
    except ValueError as error:
        print(error, file.closed)

    async with aiofiles.tempfile.NamedTemporaryFile("w+") as file:
        await file.write("temporary")
        await file.seek(0)
        print(await file.read(), os.path.exists(file.name))
        name = file.name
    print(os.path.exists(name))
    async with aiofiles.tempfile.TemporaryDirectory() as inner:
        print(os.path.isdir(inner))
    print(os.path.isdir(inner))


with tempfile.TemporaryDirectory() as folder:
    asyncio.run(main(folder))
