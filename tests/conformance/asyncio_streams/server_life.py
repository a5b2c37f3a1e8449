# The life of a server: start_serving, serve_forever, close, wait_closed.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    async def handle(reader, writer):
        print("handling", await reader.readline())
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0, start_serving=False)
    print(server.is_serving(), len(server.sockets), server.get_loop() is loop)
    await server.start_serving()
    print(server.is_serving())
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print("already being awaited" in str(error))
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"one\n")
    print(await reader.read())
    writer.close()
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.01)
    print("waiting:", waiting.done())
    server.close()
    await waiting
    print("waiting:", waiting.done(), server.is_serving(), server.sockets)
    try:
        await forever
    except asyncio.CancelledError:
        print("serve_forever cancelled")
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print("is closed" in str(error))
    await server.wait_closed()
    server.close()
    print(isinstance(server, asyncio.Server), isinstance(server, asyncio.AbstractServer))

    # Clients that are still there hold wait_closed() up.
    entered = asyncio.Event()

    async def stay(reader, writer):
        entered.set()
        print("stayed for", await reader.read())
        writer.close()

    server = await asyncio.start_server(stay, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await entered.wait()
    server.close()
    try:
        await asyncio.wait_for(server.wait_closed(), 0.02)
    except TimeoutError:
        print("a client is still there")
    server.close_clients()
    await server.wait_closed()
    print("all gone", await reader.read())
    writer.close()


asyncio.run(main())
