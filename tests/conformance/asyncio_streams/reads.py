# Every way to read, and what each says when the stream ends too early.
import asyncio


async def handle(reader, writer):
    writer.write(b"first line\nsecond line\r\nkey=value;rest")
    writer.write_eof()
    print("server reads", await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.readexactly(6))
    print(await reader.readline())
    print(await reader.readuntil(b"\r\n"))
    print(await reader.readuntil(b"="))
    print(await reader.readuntil((b"&", b";")))
    print(await reader.read(2), reader.at_eof())
    try:
        await reader.readexactly(10)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(await reader.read(), reader.at_eof())
    print(await reader.readline())
    try:
        await reader.readuntil()
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    try:
        await reader.readexactly(1)
    except asyncio.IncompleteReadError as error:
        print(error)
    try:
        await reader.readexactly(-1)
    except ValueError as error:
        print(error)
    try:
        await reader.readuntil(b"")
    except ValueError as error:
        print(error)
    writer.write(b"bye")
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print("over")


asyncio.run(main())
