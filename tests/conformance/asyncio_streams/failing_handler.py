# Handlers that fail, hang or are cancelled, and clients that go away.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("reported:", context["message"], repr(context.get("exception"))))

    async def failing(reader, writer):
        line = await reader.readline()
        raise RuntimeError(f"cannot do {line!r}")

    server = await asyncio.start_server(failing, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"that\n")
    print("client:", await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()

    def plain(reader, writer):
        print("a plain function")
        writer.write(b"bye")
        writer.close()

    async with await asyncio.start_server(plain, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print("client:", await reader.read())
        writer.close()

    async def slow(reader, writer):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("handler cancelled")
            raise
        finally:
            writer.close()

    server = await asyncio.start_server(slow, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        async with asyncio.timeout(0.02):
            await reader.readline()
    except TimeoutError:
        print("no answer in time")
    writer.close()
    server.close()


asyncio.run(main())
