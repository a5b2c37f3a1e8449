# Servers with a path instead of a port.
import asyncio
import os
import tempfile


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    print("server: hello,", name, repr(writer.get_extra_info("peername")))
    writer.write(f"Hello, {name}!\n".encode())
    writer.close()
    await writer.wait_closed()


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "service.sock")
        server = await asyncio.start_unix_server(handle, path)
        print(os.listdir(folder), server.sockets[0].getsockname() == path)
        async with server:
            for name in ("ann", "bob"):
                reader, writer = await asyncio.open_unix_connection(path)
                writer.write(f"{name}\n".encode())
                print("client:", await reader.read())
                writer.close()
                await writer.wait_closed()
        print(os.listdir(folder))
        try:
            await asyncio.open_unix_connection(path)
        except FileNotFoundError as error:
            print(type(error).__name__, error.errno)
        loop = asyncio.get_running_loop()
        server = await loop.create_unix_server(asyncio.Protocol, path)
        transport, protocol = await loop.create_unix_connection(asyncio.Protocol, path)
        print(transport.get_extra_info("peername") == path)
        transport.close()
        await asyncio.sleep(0.02)
        server.close()
        await server.wait_closed()


asyncio.run(main())
