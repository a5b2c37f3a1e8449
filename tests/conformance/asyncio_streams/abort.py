# A connection that is cut off, and writing to one that is gone.
import asyncio


async def main():
    gone = asyncio.Event()

    async def cut(reader, writer):
        print("server:", await reader.read(5))
        writer.transport.abort()
        print("server: aborted", writer.is_closing())
        try:
            await writer.wait_closed()
        except OSError as error:
            print("server: wait_closed", type(error).__name__)
        gone.set()

    server = await asyncio.start_server(cut, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    async with server:
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b"hello")
        await gone.wait()
        print("client reads", await reader.read())
        writer.close()
        await writer.wait_closed()

        # Unread data at the other side when it closes: the connection is reset.
        gone.clear()
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b"hello, and more than is read")
        writer.transport.pause_reading()
        await gone.wait()
        writer.transport.resume_reading()
        try:
            print("client reads", await reader.read())
        except ConnectionResetError as error:
            print("client:", error)
        try:
            writer.write(b"x")
            await writer.drain()
        except ConnectionResetError as error:
            print("client:", error)
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionResetError as error:
            print("wait_closed:", error)


asyncio.run(main())
