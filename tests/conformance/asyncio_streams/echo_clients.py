# An echo server and three clients that take turns.
import asyncio


async def handle(reader, writer):
    host, port = writer.get_extra_info("peername")
    print("server: somebody from", host)
    while line := await reader.readline():
        print("server: got", line)
        writer.write(line.upper())
        await writer.drain()
    print("server: the client has gone")
    writer.close()
    await writer.wait_closed()
    print("server: closed")


async def client(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(f"{name}: connected")
    for number in range(3):
        writer.write(f"{name} says {number}\n".encode())
        await writer.drain()
        print(f"{name}:", await reader.readline())
    writer.close()
    await writer.wait_closed()
    print(f"{name}: closed")


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print("serving on", host, server.is_serving())
    async with server:
        await asyncio.gather(*(client(name, port) for name in ("ann", "bob", "cy")))
        await asyncio.sleep(0.05)
    print(server.is_serving(), server.sockets)


asyncio.run(main())
