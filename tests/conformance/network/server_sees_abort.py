# A server that speaks HTTP by hand notices that its client has gone: by what it reads, or when it writes.
import asyncio

import aiohttp

events = []
gone = asyncio.Event()


async def serve(reader, writer):
    head = await reader.readuntil(b"\r\n\r\n")
    path = head.split()[1].decode()
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    try:
        if path == "/reads":
            writer.write(b"5\r\nfirst\r\n")
            events.append(f"{path} reads {await reader.read()!r}")
        else:
            while True:
                writer.write(b"4\r\nmore\r\n")
                await writer.drain()
                await asyncio.sleep(0.02)
    except ConnectionError as error:
        events.append(f"{path} {isinstance(error, (ConnectionResetError, BrokenPipeError))}")
    finally:
        writer.close()
        gone.set()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for path in ("/reads", "/writes"):
        gone.clear()
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
            try:
                async with asyncio.timeout(0.3):
                    async with session.get(path) as response:
                        print(path, response.status, await response.content.readany() != b"")
                        await asyncio.sleep(10)
            except TimeoutError:
                print("given up")
        await asyncio.wait_for(gone.wait(), 2)
    print(events)
    server.close()
    await server.wait_closed()


asyncio.run(main())
