# A StreamReader that is fed by hand.
import asyncio


async def main():
    reader = asyncio.StreamReader(limit=16)
    print(repr(reader))
    reader.feed_data(b"one\ntwo\nthr")
    print(repr(reader))
    print(await reader.readline(), await reader.readline())
    waiting = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    try:
        await reader.read(1)
    except RuntimeError as error:
        print(error)
    reader.feed_data(b"ee\n")
    print(await waiting)
    reader.feed_data(b"tail")
    reader.feed_eof()
    print(reader.at_eof(), await reader.read(), reader.at_eof(), repr(reader))
    async for line in reader:
        print("never")

    broken = asyncio.StreamReader()
    broken.feed_data(b"data")
    print(broken.exception())
    broken.set_exception(ValueError("broken"))
    print(repr(broken.exception()))
    for method in (broken.read, broken.readline, broken.readuntil):
        try:
            await method()
        except ValueError as error:
            print(method.__name__, error)
    lines = asyncio.StreamReader()
    lines.feed_data(b"a\nb\nc")
    lines.feed_eof()
    print([line async for line in lines])
    for bad in (0, -1):
        try:
            asyncio.StreamReader(limit=bad)
        except ValueError as error:
            print(error)


asyncio.run(main())
