# A line longer than the limit.
import asyncio


async def handle(reader, writer):
    writer.write(b"x" * 50 + b"\n" + b"short\n" + b"y" * 100)
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=32)
        try:
            await reader.readline()
        except ValueError as error:
            print(type(error).__name__, error)
        print(await reader.readline())
        try:
            await reader.readuntil(b"\n")
        except asyncio.LimitOverrunError as error:
            print(type(error).__name__, error, error.consumed)
        print(len(await reader.read(60)))
        print(len(await reader.read(60)))
        writer.close()

        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=32)
        try:
            await reader.readuntil(b"\n")
        except asyncio.LimitOverrunError as error:
            print(error, error.consumed)
            print(len(await reader.readexactly(error.consumed)))
        print(await reader.readline())
        writer.close()
    try:
        await asyncio.open_connection("127.0.0.1", port, limit=0)
    except ValueError as error:
        print(error)
    except OSError as error:
        print(type(error).__name__)


asyncio.run(main())
